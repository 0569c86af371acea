/** The reader's side: fetches the library, and reads the one file that it is given. */
import { ModelFileError } from '../../model-file-error';
import { library } from '../hdf5';
import { readChain } from '../read-chain';
import type { Answer } from './read-aside';

/** Bytes that the library may hold: the numbers of the largest network twice, packed in a file and not. The file itself lies beside it. */
const MOST_MEMORY = 2 ** 28;
const PAGE = 2 ** 16;

/** The library has no setting for it; it answers memory that it does not get with an error. This thread has no other WebAssembly. */
function limitMemory(): void {
  const { prototype } = WebAssembly.Memory;
  // oxlint-disable-next-line typescript/unbound-method -- called with its memory below
  const { grow } = prototype;
  prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE > MOST_MEMORY) {
      throw new RangeError('The file takes more memory than any network does.');
    }
    return grow.call(this, pages);
  };
}

/** What `work` gives, or why not. Other errors end the thread. */
async function answered(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    return { refused: error.message };
  }
}

/** Says when a file can come; returns what takes it. */
export function serve(say: (answer: Answer) => void): (bytes: Uint8Array<ArrayBuffer>) => void {
  limitMemory();
  const tell = async (work: () => Promise<Answer>): Promise<void> => say(await answered(work));
  void tell(async () => {
    await library();
    return { ready: true };
  });
  return (bytes) => void tell(async () => ({ read: await readChain(bytes) }));
}
