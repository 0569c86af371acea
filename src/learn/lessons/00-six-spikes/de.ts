import { formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { hidden, leftIsland, upperHalf, lowerHalf, start, close, weights } = figures;

export const de: Translation<typeof en> = {
  title: 'Sechs Spikes ziehen eine Grenze',
  claim: `Ein Netz mit ${hidden} verborgenen Neuronen teilt die Ebene auf: Es zählt, welcher Ausgang zuerst feuert.`,
  steps: {
    leave: {
      do: 'Die Farben der Ebene sagen, welcher Ausgang wo zuerst feuert: Violett ist 0, Grün ist 1, Rosa ist 2. Der Punkt steht auf einer rosa Insel. Ziehe ihn nach oben ins Grüne.',
      seen: `Jetzt feuert Ausgang 1 vor Ausgang 2. Am Anfang war es anders: 2 feuerte bei ${formatTime(start.time)}, um ${formatTime(start.lead)} vor ${start.ahead}.`,
      hints: {
        still: 'Hier ist es rosa: Ausgang 2 feuert noch immer zuerst. Weiter nach oben.',
        purple: 'Das ist Violett: Ausgang 0 feuert zuerst. Weiter nach oben, ins Grüne.',
      },
    },
    line: {
      do: `Ziehe den Punkt nun langsam auf die schwarze Linie zwischen Grün und Violett. Neben der großen Antwort steht, um wie viel der erste Ausgang führt; bring das unter ${close}. (Die Pfeiltasten bewegen den Punkt ein kleines Stück.)`,
      seen: 'Auf der Linie feuern zwei Ausgänge fast gleichzeitig. Auf der einen Seite ist der eine etwas früher, auf der anderen der andere: Eine Grenze ist ein Fotofinish.',
      hints: {
        island:
          'Das ist eine Insel: Hier mischt Ausgang 2 mit. Nimm die Linie zwischen Grün und Violett.',
        purple: 'Violett: Ausgang 0 führt. Näher ans Grüne, bis der Vorsprung fast null ist.',
      },
    },
    'left-island': {
      do: `Die ${hidden} Quadrate in der Mitte der Schaltung sind die verborgenen Neuronen, ${weights} Gewichte verbinden alles. Klicke das zweite von oben an, „hidden ${leftIsland}“, und schalte es stumm: mit dem durchgestrichenen Lautsprecher im Feld „Neuron“.`,
      seen: `Sieh dir die Ebene an: Die linke Insel ist weg. Ohne den Spike von hidden ${leftIsland} ist Ausgang 2 dort nie der Erste.`,
      hints: {
        other: `Das ist ein anderes Neuron. Nimm es zurück („Revert“) und schalte hidden ${leftIsland} stumm, das zweite von oben.`,
      },
    },
    'upper-half': {
      do: 'Nimm das zurück („Revert“). Finde dann das eine verborgene Neuron, ohne das die ganze obere Hälfte rosa wird: Schalte eins nach dem anderen stumm und sieh dir jedes Mal die Ebene an.',
      seen: `Hidden ${upperHalf} lässt Ausgang 1 die obere Hälfte gewinnen. Ohne es ist dort Ausgang 2 der Erste.`,
      hints: {
        both: `Hidden ${upperHalf} ist stumm, aber noch ein anderes auch. Lass das andere wieder feuern, damit nur eines fehlt.`,
        lower: `Ohne hidden ${lowerHalf} wird die untere Hälfte rosa. Nimm es zurück und versuche ein anderes.`,
        other: 'Ohne dieses geht etwas anderes verloren. Nimm es zurück und versuche ein anderes.',
      },
    },
  },
  question: {
    ask: 'Was ist die schwarze Linie zwischen zwei Farben?',
    why: 'Auf der Linie erreichen zwei Ausgänge gleichzeitig ihre Schwelle. Die verborgenen Spikes bestimmen, wann ein Ausgang so weit ist: Fehlt einer oder verschiebt er sich, verbiegt sich die Linie.',
    choices: {
      silent: {
        say: 'Die Orte, an denen kein Ausgang feuert',
        because: 'Du warst auf der Linie: Dort feuerten zwei Ausgänge, fast gleichzeitig.',
      },
      tie: { say: 'Die Orte, an denen zwei Ausgänge gleichzeitig als Erste feuern' },
      late: {
        say: 'Die Orte, an denen die verborgenen Neuronen zuletzt feuern',
        because:
          'Verborgene Neuronen können auf der Linie früh oder spät sein. Um die Wette laufen die Ausgänge.',
      },
    },
  },
};
