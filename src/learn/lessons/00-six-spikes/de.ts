import { formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { leftIsland, upperHalf, lowerHalf, start, close } = figures;

export const de: Translation<typeof en> = {
  title: 'Sechs Spikes ziehen eine Grenze',
  claim: 'Sechs verborgene Spikes teilen die Ebene danach auf, welcher Ausgang zuerst feuert.',
  steps: {
    leave: {
      do: 'Die Farben sagen, welcher Ausgang zuerst feuert: Violett 0, Grün 1, Rosa 2. Ziehe den Punkt von seiner rosa Insel nach oben ins Grüne.',
      seen: `Jetzt feuert Ausgang 1 zuerst. Am Anfang war es 2, bei ${formatTime(start.time)}, um ${formatTime(start.lead)} vor ${start.ahead}.`,
      hints: {
        still: 'Hier ist es rosa: Ausgang 2 feuert noch immer zuerst. Weiter nach oben.',
        purple: 'Das ist Violett: Ausgang 0 feuert zuerst. Weiter nach oben, ins Grüne.',
      },
    },
    line: {
      do: `Ziehe den Punkt langsam auf die schwarze Linie zwischen Grün und Violett, bis der Vorsprung neben der großen Antwort unter ${close} liegt. (Die Pfeiltasten bewegen den Punkt ein wenig.)`,
      seen: 'Zwei Ausgänge feuern fast gleichzeitig; auf jeder Seite der Linie ist ein anderer etwas früher. Eine Grenze ist ein Fotofinish.',
      hints: {
        island:
          'Das ist eine Insel: Hier mischt Ausgang 2 mit. Nimm die Linie zwischen Grün und Violett.',
        purple: 'Violett: Ausgang 0 führt. Näher ans Grüne, bis der Vorsprung fast null ist.',
      },
    },
    'left-island': {
      do: `Die sechs Quadrate in der Mitte der Schaltung sind die verborgenen Neuronen. Klicke auf das zweite, hidden ${leftIsland}, und schalte es mit dem durchgestrichenen Lautsprecher stumm.`,
      seen: `Sieh dir die Ebene an: Die linke Insel ist weg. Ohne hidden ${leftIsland} ist Ausgang 2 dort nie der Erste.`,
      hints: {
        other: `Das ist ein anderes Neuron. Nimm es zurück („Revert“) und schalte hidden ${leftIsland} stumm, das zweite.`,
      },
    },
    'upper-half': {
      do: 'Nimm das zurück („Revert“). Finde dann das eine verborgene Neuron, ohne das die obere Hälfte rosa wird.',
      seen: `Ohne hidden ${upperHalf} gewinnt Ausgang 1 die obere Hälfte nicht mehr: Dort ist Ausgang 2 der Erste.`,
      hints: {
        both: `Hidden ${upperHalf} ist stumm, aber noch ein anderes auch. Lass das andere wieder feuern.`,
        lower: `Ohne hidden ${lowerHalf} wird die untere Hälfte rosa. Nimm es zurück und versuche ein anderes.`,
        other: 'Ohne dieses geht etwas anderes verloren. Nimm es zurück und versuche ein anderes.',
      },
    },
  },
  question: {
    ask: 'Was ist die schwarze Linie zwischen zwei Farben?',
    why: 'Auf der Linie erreichen zwei Ausgänge gleichzeitig ihre Schwelle. Wann, das bestimmen die verborgenen Spikes: Fehlt einer, verbiegt sich die Linie.',
    choices: {
      silent: {
        say: 'Wo kein Ausgang feuert',
        because: 'Du warst auf der Linie: Dort feuerten zwei Ausgänge.',
      },
      tie: { say: 'Wo zwei Ausgänge gleichzeitig als Erste feuern' },
      late: {
        say: 'Wo die verborgenen Neuronen zuletzt feuern',
        because: 'Die können dort früh oder spät sein. Um die Wette laufen die Ausgänge.',
      },
    },
  },
};
