import type { Translation } from '../../../words/lang/texts';
import { formatCount, formatTime } from '../../../words/numbers';
import type { en } from './en';
import { figures as f } from './figures';

const { best, top } = f;

export const de: Translation<typeof en> = {
  title: 'Fotofinish',
  claim:
    'Wo zwei Ausgänge fast zur selben Zeit feuern, entscheidet ein einziges Neuron, wer gewinnt.',
  steps: {
    close: {
      do: `Bild ${f.image} ist eine ${f.label}, und das Netz sagt ${f.misreadAs}. Wie knapp hat Ausgang ${f.label} verloren? Klicke seine Marke an, in Zeile ${f.label}.`,
      seen: `Ausgang ${f.misreadAs} hat bei ${formatTime(f.decision)} gefeuert, Ausgang ${f.label} bei ${formatTime(f.rightTime)}: ein Vorsprung von ${formatTime(f.lead)}.`,
      hints: {
        first: `Das ist Ausgang ${f.misreadAs}, der Sieger. Nimm die Marke in Zeile ${f.label}.`,
        other: `Das ist ein anderes Neuron. Nimm die Marke in Zeile ${f.label}, einer der Zeilen 0 bis 9.`,
      },
    },
    winner: {
      do: `Klicke nun Ausgang ${f.misreadAs} an. Seine Tabelle nennt seine Ursachen, die größte zuerst; die mit großem „adds“ haben ihn angetrieben.`,
      seen: `Am meisten hat hidden ${top.neuron} beigetragen, ${formatTime(top.toWrong)}. Aber auch zu Ausgang ${f.label} hat es ${formatTime(top.toRight)} beigetragen.`,
      hints: {
        other: `Das ist ein anderer Ausgang. Ausgang ${f.misreadAs} steht in Zeile ${f.misreadAs}.`,
      },
    },
    cure: {
      do: 'Mach die Antwort richtig, indem du ein einziges Neuron stumm machst: Klicke eine Ursache in der Tabelle an, dann den durchgestrichenen Lautsprecher. Hilft es nicht, drücke auf „Revert“ und versuche eine andere.',
      seen: `Richtig durch ein einziges Neuron; ${f.cures.length} der ${f.hiddenSpikes}, die feuern, können das. Am besten hidden ${best.neuron}: Ohne es antwortet ${f.label} bei ${formatTime(best.decision)}, mit einem Vorsprung von ${formatTime(best.lead)}.`,
      hints: {
        output:
          'Du hast einen Ausgang stumm gemacht: Das wäre keine Kunst. Drücke auf „Revert“, und mach ein verborgenes Neuron stumm.',
        notHidden:
          'Das war kein verborgenes Neuron. Drücke auf „Revert“, und mach eines aus der Tabelle stumm.',
        several: 'Das ist mehr als eines. Drücke auf „Revert“, und mach nur eines stumm.',
        top: `hidden ${top.neuron} treibt Ausgang ${f.misreadAs} am meisten an, aber Ausgang ${f.label} fast genauso. Drücke auf „Revert“, und suche eines, das nur der ${f.misreadAs} hilft.`,
        other: `Es ist noch keine ${f.label}. Drücke auf „Revert“, komm mit × (oder Esc) zu Ausgang ${f.misreadAs} zurück, und versuche eine andere seiner Ursachen.`,
      },
    },
    back: {
      do: 'Nimm es zurück: Drücke unter den Spikes auf „Revert“.',
      seen: `Wieder antwortet ${f.misreadAs}, um ${formatTime(f.lead)}. hidden ${best.neuron} hatte ${formatTime(best.toWrong)} zu ihr beigetragen und Ausgang ${f.label} ${formatTime(-best.toRight)} weggenommen.`,
    },
  },
  question: {
    ask: `Was ist eine Antwort wert, deren Vorsprung ${formatTime(f.lead)} ist?`,
    choices: {
      sure: {
        say: 'So viel wie jede andere: Der Erste gewinnt',
        because:
          'Der Erste gewinnt, ja. Aber hier hätte jede Kleinigkeit einen anderen zum Ersten gemacht.',
      },
      wrong: {
        say: 'Nichts: Sie ist falsch',
        because: `Nicht immer: Von ${f.closeImages} solchen Antworten sind ${f.closeImages - f.closeMisread} richtig.`,
      },
      toss: { say: 'Ungefähr so viel wie ein Münzwurf' },
    },
    why: `Von den ${formatCount(f.images)} Testbildern haben ${f.closeImages} einen Vorsprung unter ${f.close}, und ${f.closeMisread} davon liest das Netz falsch: jedes zweite.`,
  },
};
