/** The script of a helper thread in a browser. */
import { answerOrders } from './serve';

const scope = globalThis as unknown as Worker;
const take = answerOrders((answer) => scope.postMessage(answer));
scope.addEventListener('message', ({ data }) => take(data));
scope.addEventListener('messageerror', () => take(null));
