import { formatCount, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { images, misread, sure, unsure, refuse, surest, close } = figures;

export const de: Translation<typeof en> = {
  title: 'Vorsprung heißt Sicherheit',
  claim:
    'Der Ausgang, der zuerst feuert, gibt die Antwort. Wie weit er vor dem zweiten liegt, sagt, wie sehr man ihr trauen kann.',
  steps: {
    'runner-up': {
      do: `Testbild ${close.image} ist eine ${close.label}, aber Ausgang ${close.answer} hat zuerst gefeuert. Klicke im Raster der Ausgänge („output“) auf die Marke des Ausgangs, der als Zweiter kam.`,
      seen: `Ausgang ${close.label} kam nur ${formatTime(close.lead)} später: ein Fotofinish, und der Falsche hat gewonnen.`,
      hints: {
        winner: `Das ist ${close.answer}, der Erste. Klicke auf die Marke gleich dahinter.`,
      },
    },
    surest: {
      do: `${misread} von ${formatCount(images)} Testbildern werden falsch gelesen. Klicke im Feld „Training“ auf „${misread} misread“, wähle die Reihenfolge „surest first“ (die sichersten zuerst) und klicke auf das erste Bild.`,
      seen: `Diese ${surest.label} wird als ${surest.answer} gelesen, mit einem Vorsprung von ${formatTime(surest.lead)}. ${formatCount(sure.images)} Bilder haben einen Vorsprung von ${sure.lead} oder mehr, und nur dieses eine davon ist falsch.`,
      hints: {
        other:
          'Auch dieses Bild ist falsch gelesen, aber mit kleinerem Vorsprung. Öffne die Liste noch einmal und nimm die Reihenfolge „surest first“.',
      },
    },
    closest: {
      do: `Nun das andere Ende: Öffne die Liste noch einmal und finde ein Bild, das mit weniger als ${unsure.lead} Vorsprung gewonnen hat. Bei „surest first“ stehen sie ganz hinten.`,
      seen: `Ein so kleiner Vorsprung heißt: „Ich bin unsicher.“ Nur ${unsure.images} Bilder haben einen, und ${unsure.misread} davon sind falsch gelesen: etwa jedes zweite.`,
      hints: {
        larger: `Hier ist der Vorsprung größer als ${unsure.lead}: Er steht neben der Antwort. Nimm eines weiter hinten.`,
      },
    },
  },
  question: {
    ask: `Angenommen, das Netz darf „weiß ich nicht“ sagen, wenn sein Vorsprung unter ${refuse.lead} liegt. Wie viele seiner ${misread} Fehler fallen weg?`,
    why: `Es würde bei ${refuse.images} von ${formatCount(images)} Bildern passen, und ${refuse.misread} der ${misread} Fehler sind darunter. Der Vorsprung kostet nichts: Das Netz muss nur den zweiten Spike abwarten.`,
    choices: {
      few: {
        because: `Mehr. Denk daran: Unter ${unsure.lead} ist etwa jedes zweite Bild falsch.`,
      },
      half: { because: 'Mehr: Fast alle Fehler haben einen kleinen Vorsprung.' },
    },
  },
};
