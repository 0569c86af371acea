/** Work that may fail in a person's hands: what went wrong is said on the page. */
import { EngineGoneError } from '../../engine/engine';
import { sentence, type Messages } from './messages';

export interface Guarding {
  /** Shows the sentence of a failed piece of work instead of throwing it at the page; where it succeeds, that of an earlier try goes. */
  guarded(this: void, work: () => Promise<void>, topic?: string): Promise<void>;
}

export function createGuarding(messages: Messages): Guarding {
  return {
    async guarded(work, topic) {
      const earlier = messages.errorsOf(topic);
      try {
        await work();
        earlier.forEach((id) => messages.dismiss(id));
      } catch (error) {
        // Said where the lost engine is replaced.
        if (error instanceof EngineGoneError) return;
        messages.error(sentence(error), { topic });
      }
    },
  };
}
