import type { Translation } from '../../../words/lang/texts';
import { formatCount, formatNumber, formatTime } from '../../../words/numbers';
import type { en } from './en';
import { figures as f } from './figures';

const w = f.winner;
const other =
  'Das war kein verborgenes Neuron. Drücke auf „Revert“, und mach nur verborgene Neuronen stumm: die im Band über den Ausgängen.';

export const de: Translation<typeof en> = {
  title: `Kein Neuron kennt die ${w}`,
  claim: 'Die Antwort ist auf viele verborgene Neuronen verteilt: Kein einzelnes trägt sie.',
  steps: {
    one: {
      do: `Welches verborgene Neuron kennt die ${w}? Klicke den verborgenen Spike an, den du im Verdacht hast, und mach ihn mit dem durchgestrichenen Lautsprecher stumm.`,
      seen: `Immer noch ${w}. So ist es bei jedem der ${f.hiddenSpikes} verborgenen Neuronen, die feuern, und bei je zweien: Alle ${formatCount(f.pairs)} Paare wurden probiert.`,
      hints: {
        other,
        quiet: 'Dieses Neuron hat ohnehin nicht gefeuert. Nimm eines, das eine Marke hat.',
      },
    },
    back: { do: 'Nimm es zurück: Drücke unter den Spikes auf „Revert“.' },
    chain: {
      do: `Mach nun wieder und wieder die größte Ursache von Ausgang ${w} stumm, bis sich die Antwort ändert: Klicke die erste Zeile seiner Tabelle an, drücke auf den Lautsprecher, dann auf × (oder Esc), um zu Ausgang ${w} zurückzukommen.`,
      seen: `Nimmt man jedes Mal die größte, braucht es ${f.silenced.length}: ${f.silenced.join(', ')}. Dann antwortet ${f.other}, bei ${formatTime(f.otherTime)}; eine davor lag ${w} noch vorn, um ${formatTime(f.leadBefore)}.`,
      hints: {
        other,
        late: `Dieses feuert nach der Entscheidung: Ausgang ${w} hat es nie gehört. Drücke × (oder Esc), und nimm die erste Zeile seiner Tabelle.`,
        more: `Immer noch ${w}. Drücke × (oder Esc), und nimm wieder die erste Zeile der Tabelle.`,
      },
    },
    moved: {
      do: `Wie weit ist Ausgang ${w} gerückt? Klicke seine Marke an, und lies die Zeile unter den Spikes.`,
      seen: `Ohne diese ${f.silenced.length} feuert er bei ${formatTime(f.times.at(-1)!)}, ${formatTime(f.real)} später als zuvor. Der Gradient, eine geradlinige Schätzung, hatte nur ${formatTime(f.predicted)} vorhergesagt.`,
      hints: { other: `Das ist ein anderer Ausgang. Ausgang ${w} steht in Zeile ${w}.` },
    },
  },
  question: {
    ask: `Warum ist Ausgang ${w} um ${formatTime(f.real)} gerückt, wo sein Gradient ${formatTime(f.predicted)} vorhergesagt hatte?`,
    choices: {
      joined: {
        say: `Die ${f.joined} späteren Spikes, die Ursachen geworden sind, haben ihn gebremst`,
        because: `Sie haben geholfen: Ohne sie würde er erst bei ${formatTime(f.withoutJoined)} feuern.`,
      },
      steep: { say: 'Sein Potential steigt nun weniger steil, darum dauert das Fehlende länger' },
      rounded: {
        say: 'Die Seite rundet auf drei Stellen',
        because:
          'So werden Zeiten gezeigt. Gerechnet wird genau, und der Unterschied ist viel größer.',
      },
    },
    why: `Der Gradient nimmt jeden stummen Spike für sich, bei einem Potential, das so steil steigt wie vorher: mit ${formatNumber(f.slope, 2)}. Ohne alle ${f.silenced.length} bleiben davon ${formatNumber(f.slopeLeft, 2)}, und was fehlt, dauert länger.`,
  },
};
