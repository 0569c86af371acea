/** The script of a helper thread in a browser. */
import { serve, type ServeOrder } from './serve';

const scope = globalThis as unknown as Worker;
scope.addEventListener('message', ({ data }: MessageEvent<ServeOrder>) => {
  void serve(data, () => scope.postMessage('ready'));
});
