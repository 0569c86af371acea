import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { inputs, pixels, weights, weightsUnpacked, hidden, patch, trained, epochs, kernel } =
  figures;

export const de: Translation<typeof en> = {
  title: 'Viele Bildpunkte, ein Neuron',
  claim: `${pixels} Bildpunkte können sich ein Eingangsneuron teilen: Ihre Spikes wirken wie einer zu ihrer mittleren Zeit, umso stärker, je mehr es sind.`,
  steps: {
    cause: {
      do: `Dieses Netz sieht das Bild als ${inputs} Felder („patches“) von ${kernel} x ${kernel} Bildpunkten. Hidden ${hidden} ist ausgewählt; klicke in der Tabelle unter „Neuron“ auf seine größte Ursache: patch x ${patch.x}, y ${patch.y}.`,
      seen: `${patch.spikes} der ${pixels} Bildpunkte dieses Feldes haben Tinte, und jeder schickt einen Spike. Zusammen wirken sie wie ${patch.spikes} Spikes zu ihrer mittleren Zeit, ${formatTime(patch.mean)}: Die Stärke m ist ${patch.spikes} / ${pixels / 2}, also ${patch.multiplicity}.`,
      hints: {
        other: `Das ist ein anderes Feld. Die größte Ursache trägt am meisten bei: x ${patch.x}, y ${patch.y}, die erste Zeile der Tabelle von hidden ${hidden}.`,
        later: `Das ist ein Ausgang. Wähle wieder hidden ${hidden} oder gleich das Feld x ${patch.x}, y ${patch.y}.`,
      },
    },
    whole: {
      do: 'Genügt das, um daraus zu lernen? Öffne das Netz (den Knopf mit 49 → 128 → 10 ganz oben). Stelle „spike times“ auf „latency“, lass „a patch emits“ auf „its whole train“ (alle Spikes) und drücke „Apply“.',
      seen: 'Neue Gewichte, ausgewürfelt. Wann ein Bildpunkt feuert, bestimmt nun allein seine Tinte, egal wo er in seinem Feld liegt.',
      hints: {
        first: 'Hier kommt nur der erste Spike, das ist später dran. Zuerst „its whole train“.',
      },
    },
    'whole-run': {
      do: `Drücke „Run“: ${epochs}-mal durch alle Trainingsbilder, das dauert ein paar Sekunden.`,
      seen: `${formatPercent(trained.whole, 1)} der Testbilder sind richtig, mit ${formatCount(weights)} Gewichten statt ${formatCount(weightsUnpacked)}.`,
      hints: {
        paused: 'Das Training steht vor seinem Ende. Drücke noch einmal „Run“.',
        changed:
          'Das Netz wurde geändert. Stelle „spike times“ auf „latency“ und „its whole train“.',
      },
    },
    first: {
      do: 'Lass ein Feld nun nur seinen ersten Spike schicken: Öffne das Netz noch einmal, stelle „a patch emits“ auf „its first spike“ und drücke „Apply“.',
      seen: 'Ein Spike je Feld, zur Zeit seines dunkelsten Bildpunkts. Von den anderen hört man nichts.',
      hints: {
        mean: 'Hier kommt ein Spike zur mittleren Zeit. Nimm „its first spike“.',
      },
    },
    'first-run': {
      do: 'Drücke noch einmal „Run“.',
      seen: `Nur ${formatPercent(trained.first, 1)} sind richtig. Ein Spike sagt, wie dunkel der dunkelste Bildpunkt ist; alle zusammen sagen, wie dunkel alle sind und wie viele.`,
      hints: {
        paused: 'Das Training steht vor seinem Ende. Drücke noch einmal „Run“.',
        changed: 'Das Netz wurde geändert. Stelle „a patch emits“ wieder auf „its first spike“.',
      },
    },
  },
  question: {
    ask: `Aus ${patch.spikes} Spikes werden eine mittlere Zeit und eine Stärke. Was geht vom Feld verloren?`,
    why: 'Mittelwert und Anzahl bleiben, die Reihenfolge ist weg: Zwei Felder mit derselben Tinte an anderen Stellen sehen für das Netz gleich aus.',
    choices: {
      number: {
        say: 'Wie viele Bildpunkte Tinte haben',
        because: `Das sagt die Stärke m: ${patch.spikes} / ${pixels / 2}.`,
      },
      ink: {
        say: 'Wie dunkel sie zusammen sind',
        because: 'Das sagt die mittlere Zeit: dunkler ist früher.',
      },
      order: { say: 'Welcher Bildpunkt wann kam: die Reihenfolge im Feld' },
    },
  },
};
