/** The script of the thread that reads a NIR file in Node. */
import { parentPort } from 'node:worker_threads';
import { serve } from './serve';

const take = serve((answer) => parentPort?.postMessage(answer));
parentPort?.on('message', take);
