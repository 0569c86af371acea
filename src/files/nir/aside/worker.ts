/** The script of the page's worker that reads a NIR file. */
import { serve } from './serve';

const take = serve((answer) => postMessage(answer));
addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => take(data));
