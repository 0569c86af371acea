/** Training on a set whose images are still coming. */
import type { Arrival } from '../../data/arrival';
import type { TrainingLock } from './training-lock';
import { yieldToEventLoop } from './yield-to-event-loop';

/** Turns of the event loop without a new image after which none waits at the door. */
const IDLE = 3;
/** Milliseconds that images are let in for at most before training has its turn. */
const MOST = 50;

/** Lets in the images that wait to be unpacked: training gives way to them, since on a fast line all of them are there at once. */
export async function letIn(arrival: Arrival): Promise<void> {
  const end = performance.now() + MOST;
  let known = arrival.there;
  for (let idle = 0; idle < IDLE && !arrival.complete && performance.now() < end;) {
    await yieldToEventLoop();
    idle = arrival.there === known ? idle + 1 : 0;
    known = arrival.there;
  }
}

/** Resolves when training may go on: there are more images, no more are to come, or it is asked to stop. */
export const awaitImages = (
  arrival: Arrival,
  lock: Pick<TrainingLock, 'stopAsked'>,
): Promise<void> => Promise.race([arrival.more(), lock.stopAsked()]);
