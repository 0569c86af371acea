/** Own lessons of this visit: those that were opened from files and links, and what is wrong with the last that could not be. */
import { createStore } from 'zustand/vanilla';
import { MOST_SAID, said } from '../model/said';
import { LessonError } from './authoring/problems';
import { readLesson } from './authoring/read-lesson';
import type { Lesson } from './lesson';
import type { Openable, Runner } from './runner';

export interface OwnLessons {
  list: readonly (Openable & { id: string })[];
  /** The file that could not be read, and why, a sentence a fault. */
  refused: { name: string; problems: readonly string[] } | null;
  /** One is on its way. */
  busy: boolean;
}

export function createOwnLessons(runner: Pick<Runner, 'open' | 'follow'>) {
  const store = createStore<OwnLessons>(() => ({ list: [], refused: null, busy: false }));

  function add(lesson: Lesson): Openable {
    const openable = { id: lesson.id, lesson: () => lesson };
    store.setState(({ list }) => ({
      list: [...list.filter(({ id }) => id !== lesson.id), openable],
      refused: null,
    }));
    return openable;
  }

  return {
    store,
    /**
     * Reads a lesson and opens it; where it cannot be read, that is said, and nothing else happens.
     * @param text brings it
     * @param how `follow`: the page's own address names it, so a page that was loaded again stays as it is
     */
    async take(
      name: string,
      text: () => Promise<string>,
      how: 'open' | 'follow' = 'open',
    ): Promise<void> {
      store.setState({ busy: true, refused: null });
      try {
        const openable = add(readLesson(await text()));
        store.setState({ busy: false });
        await runner[how](openable);
      } catch (error) {
        const problems =
          error instanceof LessonError ? error.problems : ['The file could not be read.'];
        store.setState({ busy: false, refused: { name: said(name, MOST_SAID), problems } });
      }
    },
    dismiss: () => store.setState({ refused: null }),
  };
}
