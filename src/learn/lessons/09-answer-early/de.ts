import { formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { at, goal, patient, waiting, first } = figures;
const [early] = at;
const percent = (share: number) => formatPercent(share, 1);

export const de: Translation<typeof en> = {
  title: 'Früh antworten',
  claim: 'Ein Netz aus Spikes hat eine beste Vermutung, lange bevor der erste Ausgang feuert.',
  steps: {
    map: {
      do: 'Wähle unter den Spikes „time map“ (Zeitkarte).',
      seen: 'Jedes Quadrat ist ein Neuron, je dunkler, desto früher hat es gefeuert. Rechts steht die Frist („Deadline“): Was wäre, wenn das Netz bis dahin antworten müsste?',
      hints: { circuit: 'Das ist die Schaltung. „Time map“ steht daneben.' },
    },
    early: {
      do: `Ziehe die Frist auf etwa ${early.time}. Bis dahin hat kein Ausgang gefeuert; lies ab, wie viele aller Testbilder trotzdem richtig wären.`,
      seen: `${percent(early.right)} bei ${early.time}. Auch diese ${first.answer}: Ausgang ${first.early.answer} ist erst bis ${first.early.share} seiner Schwelle gefüllt, aber keiner ist voller.`,
      hints: {
        earlier: `Das ist früher als ${early.time}: Es ist noch zu wenig angekommen. Zieh nach rechts.`,
        later: `Das ist später als ${early.time}. Zieh nach links.`,
      },
    },
    goal: {
      do: `Finde die früheste Frist, mit der mindestens ${100 * goal.right} % richtig sind.`,
      seen: `${formatTime(goal.time)} genügt, obwohl bis dahin erst ${percent(goal.spiked)} der Bilder einen Spike am Ausgang haben: Fast alle Antworten sind Vermutungen.`,
      hints: {
        less: `Noch keine ${100 * goal.right} %: Unter der Kurve steht, wie viele. Etwas später.`,
        more: `Mehr als genug. Du kannst früher antworten und trotzdem ${100 * goal.right}-mal von 100 richtig liegen.`,
      },
    },
    patient: {
      do: `Was bringt Geduld? Ziehe die Frist auf ${patient.time} oder später.`,
      seen: `${percent(patient.right)} bei ${patient.time}. Noch besser: bei jedem Bild seinen ersten Spike am Ausgang abwarten, im Mittel bis ${formatTime(waiting.time)}. Dann sind es ${formatPercent(waiting.right)}.`,
      hints: { less: `Es gibt noch etwas zu gewinnen. Weiter bis ${patient.time}.` },
    },
  },
  question: {
    ask: 'Noch hat kein Ausgang gefeuert, aber die Antwort ist fällig. Welcher Ausgang antwortet?',
    why: 'Der mit dem höchsten Potential: Er hat das meiste von dem gesammelt, was er braucht, und würde wohl als Erster feuern.',
    choices: {
      lowest: {
        say: 'Ausgang 0, der erste in der Liste',
        because: 'Nur wenn noch gar nichts bei den Ausgängen angekommen ist.',
      },
      potential: { say: 'Der mit dem höchsten Potential' },
      weights: {
        say: 'Der mit den größten Gewichten',
        because: 'Die sind für jedes Bild gleich. Es zählt, was von diesem Bild angekommen ist.',
      },
    },
  },
};
