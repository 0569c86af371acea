import type { Translation } from '../../../words/lang/texts';
import { formatShift, formatTime } from '../../../words/numbers';
import type { en } from './en';
import { figures as f } from './figures';

const { top } = f;

export const de: Translation<typeof en> = {
  title: 'Anteile ergeben die Schwelle',
  claim: `Ein Neuron feuert, sobald alles, was frühere Spikes beigetragen haben, zusammen ${f.threshold} ergibt: seine Schwelle.`,
  steps: {
    open: {
      do: `Klicke die Marke von Ausgang ${f.neuron} an, unten in Zeile ${f.neuron}. Der Bereich „Neuron“ sagt dann, warum er gerade zu dieser Zeit feuert.`,
      seen: `${f.causes} verborgene Spikes kamen vor ihm. Die Spalte „adds“ sagt, was jeder bis ${formatTime(f.time)} beigetragen hat; die Summe, in der letzten Zeile, ist ${f.threshold}: die Schwelle θ.`,
      hints: {
        output: `Das ist ein anderer Ausgang. Nimm die Marke in Zeile ${f.neuron}.`,
        other: `Das ist kein Ausgang. Nimm die Marke in Zeile ${f.neuron}, einer der Zeilen 0 bis 9.`,
      },
    },
    top: {
      do: 'Welcher Spike hat am meisten beigetragen? Klicke ihn in der Tabelle an: Es ist die erste Zeile.',
      seen: `hidden ${top.neuron} hat bei ${formatTime(top.time)} gefeuert und ${formatTime(top.adds)} beigetragen: mehr als ein Zehntel von dem, was Ausgang ${f.neuron} braucht.`,
      hints: {
        other: `Dieses hat weniger beigetragen. Mit × (oder Esc) kommst du zu Ausgang ${f.neuron} zurück; klicke die erste Zeile seiner Tabelle an.`,
      },
    },
    silence: {
      do: `Ohne ihn muss Ausgang ${f.neuron} warten, bis andere das Fehlende beitragen. Mach hidden ${top.neuron} stumm: Drücke auf den durchgestrichenen Lautsprecher.`,
      seen: `Ausgang ${f.neuron} feuert jetzt bei ${formatTime(f.without)}. Die hohlen Kreise zeigen, wo die Spikes vorher waren.`,
      hints: {
        output: `Du hast einen Ausgang stumm gemacht. Drücke auf „Revert“, und mach hidden ${top.neuron} stumm.`,
        other: `Das war etwas anderes. Drücke auf „Revert“, und mach hidden ${top.neuron} stumm.`,
      },
    },
    again: {
      do: `Klicke die Marke von Ausgang ${f.neuron} noch einmal an, und lies die Zeile unter den Spikes: Wie weit ist er gerückt?`,
      seen: `Um ${formatShift(f.real)}: später, weil die anderen Anteile den fehlenden ersetzen müssen. Zusammen ergeben sie wieder ${f.threshold}. (Der Gradient, eine geradlinige Schätzung, hatte ${formatShift(f.predicted)} gesagt.)`,
      hints: {
        reverted: `hidden ${top.neuron} feuert wieder. Mach es noch einmal stumm, und klicke dann Ausgang ${f.neuron} an.`,
        other: `Das ist ein anderer Ausgang. Nimm die Marke in Zeile ${f.neuron}.`,
      },
    },
    back: {
      do: `Gib hidden ${top.neuron} seinen Spike zurück: Drücke auf „Revert“, in der Zeile unter den Spikes.`,
      seen: `Ausgang ${f.neuron} feuert wieder bei ${formatTime(f.time)}.`,
    },
  },
  question: {
    ask: `Ausgang ${f.neuron} feuert bei ${formatTime(f.time)}. Wann würde er feuern, wenn jedes Pixel um ${f.later} später feuerte?`,
    why: `Bei ${formatTime(f.laterTime)}: Kommt alles um ${f.later} später, dann auch die Antwort.`,
  },
};
