import { formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { at, goal, patient, waiting, first } = figures;
const [early, middle, later] = at;
const percent = (share: number) => formatPercent(share, 1);

export const de: Translation<typeof en> = {
  title: 'Früh antworten',
  claim:
    'Ein Netz aus Spikes kann man jederzeit fragen: Es hat eine beste Vermutung, lange bevor der erste Ausgang feuert.',
  steps: {
    map: {
      do: 'Wähle unter den Spikes „time map“ (Zeitkarte).',
      seen: 'Jedes Quadrat ist ein Neuron, je dunkler, desto früher hat es gefeuert. Rechts steht die Frist („Deadline“): Was wäre, wenn das Netz bis dahin antworten müsste?',
      hints: { circuit: 'Das ist die Schaltung. „Time map“ steht daneben.' },
    },
    early: {
      do: `Ziehe die Frist auf etwa ${early.time}. Bis dahin hat noch kein Ausgang gefeuert; die Kurve sagt, wie viele aller Testbilder trotzdem richtig wären.`,
      seen: `Bei ${early.time} sind ${percent(early.right)} richtig. Auch diese ${first.answer}, obwohl Ausgang ${first.early.answer} erst bis ${first.early.share} seiner Schwelle gefüllt ist: Er ist der vollste.`,
      hints: {
        earlier: `Das ist früher als ${early.time}: Es ist noch zu wenig angekommen. Zieh nach rechts.`,
        later: `Das ist später als ${early.time}. Zieh nach links.`,
      },
    },
    goal: {
      do: `Finde nun die früheste Frist, mit der mindestens ${100 * goal.right} % richtig sind.`,
      seen: `${formatTime(goal.time)} genügt. Bis dahin haben erst ${percent(goal.spiked)} der Bilder einen Spike am Ausgang: Fast alle Antworten sind Vermutungen aus den Potentialen. (Bei ${middle.time} sind es ${percent(middle.right)}, bei ${later.time} ${percent(later.right)}.)`,
      hints: {
        less: `Noch keine ${100 * goal.right} %: Die Zeile unter der Kurve sagt, wie viele. Etwas später.`,
        more: `Mehr als genug. Du kannst früher antworten und trotzdem ${100 * goal.right}-mal von 100 richtig liegen.`,
      },
    },
    patient: {
      do: `Was bringt Geduld? Ziehe die Frist auf ${patient.time} oder später.`,
      seen: `${percent(patient.right)} bei ${patient.time} und ${formatPercent(waiting.right)} für den, der den ersten Spike am Ausgang abwartet; er kommt im Mittel bei ${formatTime(waiting.time)}. Die letzten Prozente sind die langsamen.`,
      hints: { less: `Es gibt noch etwas zu gewinnen. Weiter bis ${patient.time}.` },
    },
  },
  question: {
    ask: 'Noch hat kein Ausgang gefeuert, aber die Antwort ist fällig. Welcher Ausgang antwortet?',
    why: 'Der mit dem höchsten Potential: Er hat das meiste von dem gesammelt, was er braucht, und wird wohl als Erster feuern.',
    choices: {
      lowest: {
        say: 'Ausgang 0, der erste in der Liste',
        because: 'Nur wenn noch gar nichts bei den Ausgängen angekommen ist.',
      },
      potential: { say: 'Der mit dem höchsten Potential' },
      weights: {
        say: 'Der mit den größten Gewichten',
        because:
          'Gewichte sind für jedes Bild dieselben. Es zählt, was von diesem Bild angekommen ist.',
      },
    },
  },
};
