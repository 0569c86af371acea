/** What is told of lessons to those who listen, such as the page that this one is embedded in. They may listen before lessons are loaded. */
import { createEvents } from '../session/core/events';

export interface StepDone {
  /** Its id, and its number where it is one of the page's own. */
  lesson: string;
  number: number | null;
  step: string;
  /** Which step, from 1, of how many. */
  place: number;
  steps: number;
  /** "Show me" did it. */
  shown: boolean;
}

export interface LessonDone {
  lesson: string;
  number: number | null;
  title: string;
  /** What was answered, the first try first. */
  answers: readonly string[];
  /** Whether the first answer was right. */
  right: boolean;
  /** Steps that "show me" did. */
  shown: number;
  steps: number;
  /** Seconds from opening it to its end. */
  seconds: number;
  /** When it was done, milliseconds since 1970. */
  at: number;
}

/** `lessonEvents.on('step done', (told) => ...)`: each is plain data. */
export const lessonEvents = createEvents<{
  'step done': [StepDone];
  'lesson done': [LessonDone];
  /** null: left. */
  'lesson opened': [{ lesson: string; number: number | null } | null];
}>();
