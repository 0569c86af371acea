/** The script of a helper thread in Node. */
import { parentPort } from 'node:worker_threads';
import { answerOrders } from './serve';

const take = answerOrders((answer) => parentPort?.postMessage(answer));
parentPort?.on('message', take);
parentPort?.on('messageerror', () => take(null));
