import { formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { precise, bits, steps, jitter, worst, meanLead, first } = figures;

export const de: Translation<typeof en> = {
  title: 'Genau in der Zeit, grob im Gewicht',
  claim:
    'Ein Netz aus Spikes kommt mit groben Gewichten zurecht, aber nicht mit Spikes zur falschen Zeit.',
  steps: {
    bits: {
      do: 'Echte Chips sind ungenau. Öffne „Robustness“ unten im Feld „Training“, wähle „Bits“ und drücke „Work out the curve“: Jedes Gewicht wird mit immer weniger Bits gespeichert. Schließ das Fenster, wenn die Kurve da ist.',
      seen: `Mit allen Bits sind ${formatPercent(precise)} richtig, mit 6 Bits ${formatPercent(bits[6])}, mit 4 Bits, also nur ${steps[4]} Stufen zu jeder Seite der 0, noch ${formatPercent(bits[4])}. Mit 3 Bits (${steps[3]} Stufen) ist Schluss: ${formatPercent(bits[3])}.`,
      hints: {
        jitter: 'Diese Kurve zeigt das Zittern („Jitter“), das kommt später. Wähle zuerst „Bits“.',
        dead: 'Diese Kurve zeigt tote Neuronen. Wähle „Bits“.',
        lost: 'Diese Kurve zeigt verlorene Spikes. Wähle „Bits“.',
      },
    },
    jitter: {
      do: 'Nun die Zeit: Öffne „Robustness“ noch einmal, wähle „Jitter“ und lass die Kurve ausrechnen. Jeder Spike kommt dann zufällig ein wenig zu früh oder zu spät; σ sagt, wie sehr. Das dauert einige Sekunden.',
      seen: `Ein Zittern von 0.02 kostet wenig: ${formatPercent(jitter[0.02], 1)} sind richtig. Mit ${worst} sind es nur ${formatPercent(jitter[0.1], 1)}, eins von acht ist falsch, obwohl die Eingabe zehnmal so lange dauert.`,
      hints: {
        dead: 'Diese Kurve zeigt tote Neuronen. Wähle „Jitter“.',
        lost: 'Diese Kurve zeigt verlorene Spikes. Wähle „Jitter“.',
      },
    },
    lead: {
      do: `Warum so viel? Schließ das Fenster. Klicke im Raster der Ausgänge auf die Marke des Ausgangs, der als Zweiter feuerte, hinter der ${first.answer}.`,
      seen: `Ausgang ${first.second} kam ${formatTime(first.lead)} nach der ${first.answer}, und das ist viel: Über alle Testbilder kommt der zweite im Mittel ${formatTime(meanLead)} nach dem ersten.`,
      hints: {
        winner: `Das ist die ${first.answer}, die zuerst feuerte. Klicke auf die nächste Marke.`,
      },
    },
  },
  question: {
    ask: `Warum schadet ein Zittern von ${worst} so sehr?`,
    why: `Der Vorsprung ist im Mittel ${formatTime(meanLead)}. Zwei Spikes, die jeder um ${worst} danebenliegen, tauschen leicht die Plätze, und dann ist der falsche Ausgang der Erste.`,
    choices: {
      lead: { say: 'Es ist fast so groß wie der Vorsprung des ersten Ausgangs vor dem zweiten' },
      lost: {
        say: 'Spikes gehen unterwegs verloren',
        because:
          'Beim Zittern geht keiner verloren: Jeder kommt, nur früher oder später. „Lost“ ist eine andere Kurve.',
      },
      weights: {
        say: 'Die Gewichte werden gröber',
        because: 'Die Gewichte bleiben, wie sie sind. Die Zeiten sind es, die nicht stimmen.',
      },
    },
  },
};
