/** Who waits long is told so, and what to do: a connection may be slow, and some browsers never answer. */
import type { Messages } from './messages';

/** Milliseconds of waiting without a word. */
const PATIENCE = 12_000;
const TOPIC = 'slow start';

/** Says `text` where the work takes long, until it is over. */
export async function toldIfSlow<T>(
  messages: Messages,
  text: string,
  work: Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => messages.error(text, { topic: TOPIC }), PATIENCE);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    messages.settle(TOPIC);
  }
}
