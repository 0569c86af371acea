import { formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { bits, steps, jitter, worst, little, meanLead, first } = figures;

export const de: Translation<typeof en> = {
  title: 'Genau in der Zeit, grob im Gewicht',
  claim:
    'Ein Netz aus Spikes kommt mit groben Gewichten zurecht, aber nicht mit Spikes zur falschen Zeit.',
  steps: {
    bits: {
      do: 'Öffne „Robustness“ unten unter „Training“, wähle „Bits“ und drücke „Work out the curve“: Gewichte in immer weniger Bits. Schließ das Fenster, wenn die Kurve da ist.',
      seen: `Mit 6 Bits sind ${formatPercent(bits[6])} richtig, mit 4 noch ${formatPercent(bits[4])}: nur ${steps[4]} Stufen zu jeder Seite der 0. Mit 3 Bits ist Schluss: ${formatPercent(bits[3])}.`,
      hints: {
        jitter: 'Diese Kurve zeigt das Zittern („Jitter“), das kommt später. Wähle zuerst „Bits“.',
        dead: 'Diese Kurve zeigt tote Neuronen. Wähle „Bits“.',
        lost: 'Diese Kurve zeigt verlorene Spikes. Wähle „Bits“.',
      },
    },
    jitter: {
      do: 'Öffne „Robustness“ noch einmal, wähle „Jitter“ (Zittern) und lass die Kurve ausrechnen: Jeder Spike kommt zufällig zu früh oder zu spät, um etwa σ. Das dauert einige Sekunden.',
      seen: `Ein Zittern von ${little} kostet wenig: ${formatPercent(jitter[0.02])} sind richtig. Bei ${worst} sind es nur ${formatPercent(jitter[0.1])}, obwohl die Eingabe zehnmal so lange dauert.`,
      hints: {
        dead: 'Diese Kurve zeigt tote Neuronen. Wähle „Jitter“.',
        lost: 'Diese Kurve zeigt verlorene Spikes. Wähle „Jitter“.',
      },
    },
    lead: {
      do: `Warum so viel? Schließ das Fenster. Klicke im Raster der Ausgänge („output“) auf die Marke des zweiten, hinter der ${first.answer}.`,
      seen: `Die ${first.second} kam ${formatTime(first.lead)} später. Über alle Testbilder kommt der zweite Ausgang im Mittel nur ${formatTime(meanLead)} nach dem ersten.`,
      hints: {
        winner: `Das ist die ${first.answer}, die zuerst feuerte. Klicke auf die nächste Marke.`,
      },
    },
  },
  question: {
    ask: `Warum schadet ein Zittern von ${worst} so sehr?`,
    why: `Der Vorsprung ist im Mittel ${formatTime(meanLead)}: Zwei Spikes, die jeder um ${worst} danebenliegen, tauschen leicht die Plätze, und der falsche Ausgang ist der Erste.`,
    choices: {
      lost: {
        say: 'Spikes gehen unterwegs verloren',
        because: 'Beim Zittern geht keiner verloren: Jeder kommt, nur früher oder später.',
      },
      lead: { say: 'Es ist fast so groß wie der Vorsprung des ersten Ausgangs' },
      weights: {
        say: 'Die Gewichte werden gröber',
        because: 'Die Gewichte bleiben, wie sie sind. Die Zeiten stimmen nicht.',
      },
    },
  },
};
