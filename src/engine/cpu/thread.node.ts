/** The script of a helper thread in Node. */
import { parentPort } from 'node:worker_threads';
import { serve, type ServeOrder } from './serve';

parentPort?.on('message', (order: ServeOrder) => {
  void serve(order, () => parentPort?.postMessage('ready'));
});
