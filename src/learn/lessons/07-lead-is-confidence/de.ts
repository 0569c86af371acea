import { formatCount, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { images, misread, sure, unsure, refuse, surest, close } = figures;

export const de: Translation<typeof en> = {
  title: 'Vorsprung heißt Sicherheit',
  claim:
    'Der Ausgang, der zuerst feuert, gibt die Antwort; sein Vorsprung vor dem zweiten sagt, wie sehr man ihr trauen kann.',
  steps: {
    'runner-up': {
      do: `Diese ${close.label} wird als ${close.answer} gelesen: Ausgang ${close.answer} hat zuerst gefeuert. Klicke im Raster der Ausgänge („output“) auf die Marke des zweiten.`,
      seen: `Ausgang ${close.label} kam nur ${formatTime(close.lead)} später: ein Fotofinish, und der falsche hat gewonnen.`,
      hints: {
        winner: `Das ist ${close.answer}, der Erste. Klicke auf die Marke gleich dahinter.`,
      },
    },
    surest: {
      do: `Klicke unter „Training“ auf „${misread} misread“ (falsch gelesen), wähle die Reihenfolge „surest first“ (die sichersten zuerst) und klicke auf das erste Bild.`,
      seen: `Diese ${surest.label} wird mit einem Vorsprung von ${formatTime(surest.lead)} als ${surest.answer} gelesen. Von ${formatCount(sure.images)} Bildern mit ${sure.lead} Vorsprung oder mehr ist sie der einzige Fehler.`,
      hints: {
        other:
          'Auch dieses ist falsch gelesen, aber mit kleinerem Vorsprung. Öffne die Bilder noch einmal und nimm die Reihenfolge „surest first“.',
      },
    },
    closest: {
      do: `Nun das andere Ende: Öffne die falsch gelesenen Bilder noch einmal und finde eines mit weniger als ${unsure.lead} Vorsprung. Bei „surest first“ kommen sie zuletzt.`,
      seen: `Nur ${unsure.images} Bilder haben einen so kleinen Vorsprung, und ${unsure.misread} davon sind falsch gelesen: etwa jedes zweite.`,
      hints: {
        larger: `Sein Vorsprung steht neben der Antwort und ist größer als ${unsure.lead}. Nimm eines weiter hinten.`,
      },
    },
  },
  question: {
    ask: `Das Netz darf „weiß ich nicht“ sagen, wenn sein Vorsprung unter ${refuse.lead} liegt. Wie viele seiner ${misread} Fehler fallen weg?`,
    why: `Es passt bei ${refuse.images} von ${formatCount(images)} Bildern, und ${refuse.misread} der ${misread} Fehler sind darunter. Es muss dazu nur den zweiten Spike abwarten.`,
    choices: {
      few: { because: `Mehr: Unter ${unsure.lead} allein sind es schon ${unsure.misread}.` },
      half: { because: 'Mehr: Fast alle Fehler haben einen kleinen Vorsprung.' },
    },
  },
};
