/** The receipt: what a person can hand in. It names the lessons done with times and answers, and is plain text. */
import { texts } from '../words/lang/texts';
import type { Finished } from './progress';

export const LONGEST_NAME = 200;

const WORDS = texts(
  {
    head: 'MT-Spike Playground: lessons done',
    name: 'Name',
    none: 'No lesson is done yet.',
    minutes: (minutes: number) => (minutes < 1 ? 'under a minute' : `${minutes} min`),
    steps: (steps: number, shown: number) =>
      `${steps} steps${shown > 0 ? `, ${shown} of them shown` : ''}`,
    answered: (answers: string) => `answered: ${answers}`,
    right: 'right at once',
    later: 'not right at once',
    page: 'Page',
  },
  {
    de: {
      head: 'MT-Spike Playground: erledigte Lektionen',
      name: 'Name',
      none: 'Noch keine Lektion ist fertig.',
      minutes: (minutes) => (minutes < 1 ? 'unter einer Minute' : `${minutes} min`),
      steps: (steps, shown) => `${steps} Schritte${shown > 0 ? `, davon ${shown} gezeigt` : ''}`,
      answered: (answers) => `Antwort: ${answers}`,
      right: 'sofort richtig',
      later: 'nicht sofort richtig',
      page: 'Seite',
    },
  },
);

/** A name on one line, cut where it is too long; `cut` says so. */
export function nameOf(typed: string): { name: string; cut: boolean } {
  const line = typed.replaceAll(/\s+/g, ' ').trimStart();
  const letters = Array.from(line);
  const cut = letters.length > LONGEST_NAME;
  return { name: cut ? letters.slice(0, LONGEST_NAME).join('') : line, cut };
}

/** "lessons-anna-m.txt" for "Anna M.": letters and digits of any script, which every system takes in the name of a file. */
export function fileNameOf(name: string): string {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // Systems allow 255 bytes.
  const safe = Array.from(words.join('-')).slice(0, 40).join('').replace(/-$/, '');
  return safe === '' ? 'lessons.txt' : `lessons-${safe}.txt`;
}

/** "2026-11-30 18:05", the clock's own time. */
function dateWords(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @param done in the order in which they are told, each with its number: null for an own lesson */
export function receipt(
  name: string,
  done: readonly (Finished & { number: number | null })[],
  address: string,
): string {
  const words = WORDS();
  const lines = done.map(({ number, title, at, seconds, steps, shown, answers, right }) =>
    [
      `${number === null ? '-' : `${number}.`} ${title}: ${dateWords(at)}`,
      words.minutes(Math.round(seconds / 60)),
      words.steps(steps, shown),
      ...(answers.length > 0 ? [words.answered(answers.join(' → '))] : []),
      right ? words.right : words.later,
    ].join('; '),
  );
  return [
    words.head,
    `${words.name}: ${name.trim()}`,
    '',
    ...(lines.length > 0 ? lines : [words.none]),
    '',
    `${words.page}: ${address}`,
    '',
  ].join('\n');
}
