import { formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures as f } from './figures';

export const de: Translation<typeof en> = {
  title: 'Der Erste gewinnt',
  claim: 'Jeder Ausgang darf feuern; der erste, der feuert, ist die Antwort.',
  steps: {
    play: {
      do: 'Drücke auf „Play“ und sieh zu, wie die Spikes kommen, von links nach rechts, bis einer der zehn Ausgänge feuert (Zeilen 0 bis 9).',
      seen: `Ausgang ${f.winner} hat zuerst gefeuert, bei t = ${formatTime(f.decision)}: Also ist die Antwort ${f.winner}. Die Zeit hat keine Einheit; Pixel feuern zwischen 0 und 1.`,
      hints: { early: 'Noch hat kein Ausgang gefeuert. Lass es weiterlaufen.' },
    },
    rest: {
      do: 'Die anderen Ausgänge feuern auch, nur später: Läuft „Play“ weiter, siehst du es gleich. Sonst zieh die senkrechte Linie nach rechts, bis alle zehn gefeuert haben.',
      seen: `Alle zehn haben gefeuert, Ausgang ${f.last} als letzter, bei ${formatTime(f.lastTime)}. Keiner hat die Antwort geändert.`,
      hints: {
        some: 'Einige Ausgänge haben noch nicht gefeuert. Weiter bis ans rechte Ende.',
        back: 'Das ist zurück vor die Entscheidung. Weiter bis ans rechte Ende.',
      },
    },
    second: {
      do: 'Welcher Ausgang war der zweite? Klicke seine Marke an.',
      seen: `Ausgang ${f.second} hat bei ${formatTime(f.secondTime)} gefeuert, ${formatTime(f.lead)} nach Ausgang ${f.winner}. Dieser Abstand heißt Vorsprung (lead).`,
      hints: {
        first: `Das ist Ausgang ${f.winner}, der erste. Der zweite ist die nächste Marke rechts davon.`,
        later:
          'Dieser Ausgang kam noch später. Der zweite ist die Marke, die gleich nach der Entscheidung folgt.',
        hidden: 'Das ist ein verborgenes Neuron. Die Ausgänge sind die Zeilen 0 bis 9.',
        pixel: 'Das ist ein Pixel. Die Ausgänge sind die Zeilen 0 bis 9.',
      },
    },
  },
  question: {
    ask: `Angenommen, Ausgang ${f.winner} wäre stumm. Was würde das Netz antworten?`,
    choices: {
      later: {
        say: `Immer noch ${f.winner}, nur später`,
        because: 'Ein stummer Ausgang feuert nie, also kann er nicht der erste sein.',
      },
      none: {
        say: `Nichts: Es würde auf die ${f.winner} warten`,
        because: 'Niemand wartet. Welcher Ausgang zuerst feuert, ist die Antwort.',
      },
      second: { say: `${f.second}, bei ${formatTime(f.secondTime)}` },
      last: {
        say: `${f.last}, bei ${formatTime(f.lastTime)}`,
        because: `Ausgang ${f.last} feuert als letzter von allen.`,
      },
    },
    why: `${f.second}, bei ${formatTime(f.secondTime)}: Jeder Ausgang feuert zu seiner Zeit, was auch immer die anderen tun. Sein Vorsprung vor Ausgang ${f.third} wäre nur ${formatTime(f.muteLead)}.`,
  },
};
