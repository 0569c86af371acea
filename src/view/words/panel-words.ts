/** What the panels of the page are called where people read it. Their buttons keep their English names, by which lessons in every language call them. */
import { texts } from '../../words/lang/texts';

export const PANEL_WORDS = texts(
  {
    full: 'Full screen (F)',
    back: 'Back from full screen (F)',
    titles: {} as Record<string, string>,
  },
  {
    de: {
      full: 'Vollbild (F)',
      back: 'Zurück aus dem Vollbild (F)',
      titles: {
        Input: 'Eingabe',
        Samples: 'Beispiele',
        Runs: 'Durchläufe',
        'Teach it yours': 'Eigenes beibringen',
      },
    },
  },
);
