/** A thread that reads one NIR file after the other, as the commands' thread reads one: to start one takes far longer than to read. */
import { Worker } from 'node:worker_threads';
import type { ReadChain } from '../../src/files/nir/nir-chain';
import { readAside, type Answer, type ReaderPort } from '../../src/files/nir/aside/read-aside';
import { afterProcessorTime } from './processor-time';

/** Of the processor, for files of a few kilobytes, which take milliseconds. */
const MOST_SECONDS = 1;
/** After so many a new thread is started: what damaged files leave behind in the library goes with the old one. */
const MOST_FILES = 100;

const BREAKS = ['messageerror', 'error', 'exit'];

/** @param script the thread's (nir-thread.node.ts), built */
export function keptReader(script: URL): ReadChain {
  let kept: Worker | null = null;
  let files = 0;

  function start(): Worker {
    files = 0;
    // What its library warns of is nothing for people.
    return new Worker(script, { stdout: true, stderr: true });
  }

  function port(): ReaderPort {
    const worker = kept ?? start();
    const isNew = kept === null;
    let done = false;
    let stop: () => void;
    return {
      post: (file) => worker.postMessage(file),
      listen(answered, failed) {
        const take = (answer: Answer): void => {
          done = !('ready' in answer);
          answered(answer);
        };
        worker.on('message', take);
        for (const event of BREAKS) worker.on(event, failed);
        stop = () => {
          worker.off('message', take);
          for (const event of BREAKS) worker.off(event, failed);
        };
        if (!isNew) answered({ ready: true });
      },
      end() {
        stop();
        // One that has not answered is still busy with the file.
        kept = done && ++files < MOST_FILES ? worker : null;
        if (!kept) void worker.terminate();
      },
    };
  }

  return (bytes) => readAside(port(), bytes, MOST_SECONDS, afterProcessorTime);
}
