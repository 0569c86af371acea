import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { inputs, pixels, weights, weightsUnpacked, hidden, patch, trained, epochs, kernel } =
  figures;
const m = `${patch.spikes} / ${pixels / 2}`;

export const de: Translation<typeof en> = {
  title: 'Viele Pixel, ein Neuron',
  claim: `${pixels} Pixel können sich ein Eingabeneuron teilen: Ihre Spikes wirken wie einer zu ihrer mittleren Zeit, umso stärker, je mehr es sind.`,
  steps: {
    cause: {
      do: `Dieses Netz sieht ${inputs} Felder („patches“) von ${kernel} x ${kernel} Pixeln. Klicke in der Tabelle unter „Neuron“ auf die größte Ursache von hidden ${hidden}: Feld x ${patch.x}, y ${patch.y}.`,
      seen: `${patch.spikes} seiner ${pixels} Pixel haben Tinte. Ihre Spikes wirken gemeinsam zu ihrer mittleren Zeit, ${formatTime(patch.mean)}, mit einer Stärke m von ${m}.`,
      hints: {
        other: `Das ist ein anderes Feld. Wähle wieder hidden ${hidden}; seine größte Ursache, Feld x ${patch.x}, y ${patch.y}, steht in seiner Tabelle ganz oben.`,
        later: `Das ist ein Ausgang. Wähle wieder hidden ${hidden} oder gleich das Feld x ${patch.x}, y ${patch.y}.`,
      },
    },
    whole: {
      do: 'Reicht das, um daraus zu lernen? Klicke ganz oben auf 49 → 128 → 10, stelle „spike times“ auf „latency“ und drücke „Apply“.',
      seen: 'Neue Gewichte, ausgewürfelt. Wann ein Pixel feuert, sagt allein seine Tinte, und ein Feld schickt alle seine Spikes.',
      hints: {
        first:
          'Dieses Feld schickt nur seinen ersten Spike, das kommt später dran. Nimm „its whole train“.',
      },
    },
    'whole-run': {
      do: `Drücke „Run“: ${epochs}-mal durch alle Trainingsbilder, einige Sekunden.`,
      seen: `${formatPercent(trained.whole, 1)} sind richtig, mit ${formatCount(weights)} Gewichten statt ${formatCount(weightsUnpacked)}.`,
      hints: {
        paused: 'Das Training steht vor seinem Ende. Drücke noch einmal „Run“.',
        changed:
          'Das ist ein anderes Netz. Stelle „spike times“ auf „latency“ und ein Feld auf „its whole train“.',
      },
    },
    first: {
      do: 'Lass ein Feld nun einen einzigen Spike schicken: Öffne das Netz noch einmal, stelle „a patch emits“ auf „its first spike“ und drücke „Apply“.',
      seen: 'Jetzt ein Spike je Feld: der seines dunkelsten Pixels.',
      hints: {
        mean: 'Dieses Feld schickt einen Spike zur mittleren Zeit. Nimm „its first spike“.',
      },
    },
    'first-run': {
      do: 'Drücke noch einmal „Run“.',
      seen: `Nur ${formatPercent(trained.first, 1)}. Ein Spike sagt, wie dunkel das dunkelste Pixel ist; alle zusammen sagen, wie dunkel alle sind und wie viele.`,
      hints: {
        paused: 'Das Training steht vor seinem Ende. Drücke noch einmal „Run“.',
        changed: 'Das ist ein anderes Netz. Stelle „a patch emits“ wieder auf „its first spike“.',
      },
    },
  },
  question: {
    ask: `Aus ${patch.spikes} Spikes werden eine mittlere Zeit und eine Stärke. Was geht dabei verloren?`,
    why: 'Mittelwert und Anzahl bleiben, die Reihenfolge ist weg: Welches Pixel des Feldes wann kam, weiß niemand mehr.',
    choices: {
      number: { say: 'Wie viele es waren', because: `Das sagt die Stärke m: ${m}.` },
      ink: { say: 'Wie früh sie zusammen waren', because: 'Das ist die mittlere Zeit.' },
      order: { say: 'Welcher von ihnen wann kam' },
    },
  },
};
