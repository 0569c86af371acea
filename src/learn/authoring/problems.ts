/** What is wrong with a lesson file: each fault with its line, so that a teacher finds it in the editor. */

interface Problem {
  /** From 1. */
  line: number;
  says: string;
}

/** Faults that are told of; the others are counted. */
const MOST = 6;

export class LessonError extends Error {
  override name = 'LessonError';

  /** @param problems sentences */
  constructor(readonly problems: readonly string[]) {
    super(problems.join(' '));
  }
}

export function createProblems(text: string) {
  const list: Problem[] = [];
  const lineAt = (offset: number): number => {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
      line++;
    return line;
  };
  return {
    /** @param at place in the text, in UTF-16 units; @param path of the field, such as "steps › 2 › done" */
    add(at: number, path: string, fault: string): void {
      list.push({ line: lineAt(at), says: path ? `${path}: ${fault}` : fault });
    },
    none: () => list.length === 0,
    /** @throws LessonError where there are any */
    settle(): void {
      if (list.length === 0) return;
      const first = list
        .toSorted((a, b) => a.line - b.line)
        .slice(0, MOST)
        .map(({ line, says }) => `Line ${line}, ${says}`);
      const more = list.length - first.length;
      throw new LessonError(more > 0 ? [...first, `And ${more} more.`] : first);
    },
  };
}

export type Problems = ReturnType<typeof createProblems>;
