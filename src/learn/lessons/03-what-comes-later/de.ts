import type { Translation } from '../../../words/lang/texts';
import { formatTime } from '../../../words/numbers';
import type { en } from './en';
import { figures as f } from './figures';

const at = formatTime(f.decision);
const { early, moved, proposed } = f;

export const de: Translation<typeof en> = {
  title: 'Was später kommt, zählt nicht',
  claim: 'Spikes nach der Entscheidung ändern nichts mehr an ihr.',
  steps: {
    late: {
      do: `Die senkrechte Linie ist die Entscheidung: Ausgang ${f.winner}, bei ${at}. Klicke rechts davon einen Spike der verborgenen Schicht (hidden) an.`,
      seen: `Dieses verborgene Neuron feuert nach der Entscheidung, wie ${f.late} von ${f.hiddenSpikes}.`,
      hints: {
        early: 'Dieses Neuron feuert vor der Entscheidung. Nimm eine Marke rechts von der Linie.',
        output: 'Das ist ein Ausgang. Die verborgene Schicht liegt im Band über den Ausgängen.',
        pixel: 'Das ist ein Pixel. Die verborgene Schicht ist das nächste Band darunter.',
      },
    },
    silence: {
      do: 'Was wäre, wenn es nie feuerte? Mach es stumm: Drücke im Bereich „Neuron“ auf den durchgestrichenen Lautsprecher.',
      seen: `Ausgang ${f.winner} feuert bei ${at}, wie vorher. Nur Ausgänge, die später feuern, merken etwas: Ohne hidden ${proposed.neuron} rückt Ausgang ${moved.output} von ${formatTime(moved.before)} auf ${formatTime(moved.after)}.`,
      hints: {
        early: `Das Neuron, das du stumm gemacht hast, feuert vor der Entscheidung: Ausgang ${f.winner} hatte es genutzt. Drücke auf „Revert“ und nimm eines rechts von der Linie.`,
        output:
          'Du hast einen Ausgang stumm gemacht. Drücke auf „Revert“ und nimm ein verborgenes Neuron rechts von der Linie.',
        other:
          'Das hat etwas anderes geändert. Drücke auf „Revert“, wähle ein verborgenes Neuron rechts von der Linie und mach dieses stumm.',
      },
    },
    early: {
      do: 'Nun das Gegenteil: Klicke einen verborgenen Spike links von der Linie an, und mach auch dieses Neuron stumm.',
      seen: `Jetzt rückt Ausgang ${f.winner}, denn dieser Spike kam früh genug, um zu zählen. Ohne hidden ${early.neuron} zum Beispiel feuert er bei ${formatTime(early.decision)}.`,
      hints: {
        late: 'Auch dieses feuert nach der Entscheidung: Nichts rückt. Nimm eine Marke links von der Linie.',
        output:
          'Du hast einen Ausgang stumm gemacht. Nimm das zurück, und mach ein verborgenes Neuron links von der Linie stumm.',
      },
    },
    back: {
      do: 'Nimm alles zurück: Drücke unter den Spikes auf „Revert“.',
      seen: `Alles ist, wie es war: ${f.winner} bei ${at}, mit einem Vorsprung von ${formatTime(f.lead)}.`,
    },
  },
  question: {
    ask: `Alle ${f.late} verborgenen Spikes nach der Entscheidung werden auf einmal stumm gemacht. Wann feuert Ausgang ${f.winner}?`,
    choices: {
      later: {
        say: 'Später: Ihm fehlt ihre Hilfe',
        because: 'Wenn sie kommen, hat er schon gefeuert: Sie haben ihm nie geholfen.',
      },
      earlier: {
        say: 'Früher: Sie haben ihn gebremst',
        because:
          'Sie kommen erst, wenn er schon gefeuert hat: Sie können ihn nicht gebremst haben.',
      },
      same: { say: `Bei ${at}, wie vorher` },
      never: {
        say: 'Nie',
        because: `Er braucht die ${f.hiddenSpikes - f.late} verborgenen Spikes vor der Entscheidung, und die sind noch da.`,
      },
    },
    why: `Immer noch bei ${at}: Was noch nicht geschehen ist, kann nicht zählen. Sein Vorsprung wächst sogar, von ${formatTime(f.lead)} auf ${formatTime(f.allLead)}, denn Ausgang ${f.second} hatte einige dieser Spikes genutzt.`,
  },
};
