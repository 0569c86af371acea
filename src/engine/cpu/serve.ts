/** A helper thread's life, the same in browsers and in Node: it instantiates the module on each memory it is given, and serves it. */
import * as at from './wasm/layout';
import { help, type KernelExports } from './rounds';

export interface ServeOrder {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  network: number;
  /** Which helper this is: from 1. */
  thread: number;
  scratch: number;
}

/** What a thread answers: that it takes part, or why it does not, or no longer. */
export type ThreadAnswer = 'ready' | { failure: string };

/** Serves every order; one that cannot be read (null), or served to its end, is answered with the reason. */
export function answerOrders(
  answer: (answer: ThreadAnswer) => void,
): (order: ServeOrder | null) => void {
  return (order) => {
    const served = order
      ? serve(order, () => answer('ready'))
      : Promise.reject(new Error('what it was given could not be read'));
    served.catch((error: unknown) =>
      answer({ failure: error instanceof Error ? error.message : String(error) }),
    );
  };
}

/** @param ready called when the thread takes part in every job from now on; returns once the memory is released */
async function serve(
  { module, memory, network, thread, scratch }: ServeOrder,
  ready: () => void,
): Promise<void> {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  const { work } = instance.exports as unknown as KernelExports;
  const words = new Int32Array(memory.buffer, network, at.NETWORK_WORDS);
  const round = Atomics.load(words, at.Network.ROUND);
  ready();
  help(words, round, () => work(network, thread, scratch));
}
