import type { Translation } from '../../../words/lang/texts';
import { formatCount, formatNumber, formatTime } from '../../../words/numbers';
import type { en } from './en';
import { figures as f } from './figures';

export const de: Translation<typeof en> = {
  title: 'Ein Strich',
  claim: 'Ein Strich mehr kann einen anderen Ausgang zum ersten machen.',
  steps: {
    open: {
      do: `Zeichne eine ${f.open}, die oben offen ist: ein L, dann rechts einen langen Strich nach unten.`,
      seen: `Das Netz liest deine Zeichnung als ${f.open}.`,
      hints: {
        closed: `Es liest eine ${f.closed}. Drücke auf „Clear“, und lass sie oben weit offen.`,
        other: `Es liest noch keine ${f.open}. Drücke auf „Clear“, und zeichne größer: ein L, dann rechts einen langen Strich nach unten.`,
      },
    },
    second: {
      do: 'Welcher Ausgang war der zweite und kam damit am nächsten? Klicke die Marke an, die gleich nach der Entscheidung folgt.',
      seen: `Oft ist es die ${f.closed}: Die beiden haben fast alle Tinte gemeinsam.`,
      hints: {
        first: 'Das ist der Ausgang, der antwortet. Der zweite ist die nächste Marke rechts davon.',
        later:
          'Dieser Ausgang kam noch später. Der zweite ist die Marke, die gleich nach der Entscheidung folgt.',
        other: 'Das ist kein Ausgang. Die Ausgänge sind die Zeilen 0 bis 9.',
      },
    },
    close: {
      do: `Schließe nun deine ${f.open} oben mit einem Strich. Lösche nichts.`,
      seen: `Ein Strich, und es ist eine ${f.closed}: Seine Pixel feuern früh, und alles, was danach kommt, verschiebt sich.`,
      hints: {
        blank: `Du hast die Zeichnung gelöscht. Zeichne die offene ${f.open} noch einmal, und schließe sie dann.`,
        sample: `Das ist ein Testbild. Zeichne die offene ${f.open} noch einmal, und schließe sie dann.`,
        still: `Immer noch eine ${f.open}. Zieh den Strich ganz von einer Spitze zur anderen; hilft das nicht, drücke auf „Clear“ und beginne mit einem aufrechten L.`,
        other:
          'Nun liest das Netz etwas anderes. Drücke auf „Undo“, und zieh einen geraden Strich von einer Spitze zur anderen.',
      },
    },
    undo: {
      do: 'Nimm diesen Strich weg: Drücke auf „Undo“.',
      seen: `Wieder eine ${f.open}. Dieser Strich allein machte den Unterschied.`,
      hints: {
        blank:
          'Nun ist nichts mehr da. Drücke noch einmal auf „Undo“: Das bringt die Zeichnung zurück.',
      },
    },
  },
  question: {
    ask: `Sieh dir alle ${formatCount(f.images)} Testbilder an. Fällt die Entscheidung früher, wo mehr Pixel feuern?`,
    choices: {
      later: {
        say: 'Nein, später: Es gibt mehr abzuwarten',
        because: 'Niemand wartet auf alle Spikes. Mehr davon füllen die Neuronen schneller.',
      },
      neither: {
        say: 'Nein: Es zählt nur, wo die Tinte ist',
        because: 'Wo sie ist, bestimmt, wer gewinnt. Wie viel es ist, hat damit zu tun, wann.',
      },
      earlier: { say: 'Ja, früher' },
    },
    why: `Das Viertel der Bilder mit den wenigsten feuernden Pixeln wird im Mittel bei ${formatTime(f.fewest)} entschieden, das mit den meisten bei ${formatTime(f.most)} (Korrelation ${formatNumber(f.correlation, 2)}). Eine einzelne Zeichnung kann durchaus eine Ausnahme sein.`,
  },
};
