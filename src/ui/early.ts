/**
 * What the first answer waits for longest, asked for before the page's other scripts are run, which takes a slow processor half a second: the
 * engine's worker, the GPU's process, the network of an address that names none.
 */
import { spawnEngineWorker } from '../engine/worker/spawn';
import { DEFAULT_MODEL } from '../files/default-model';

const { gpu } = navigator as { gpu?: GPU };

/** One that is broken before anybody hears of it is none. */
function startWorker(): Worker | undefined {
  try {
    const worker = spawnEngineWorker();
    worker.addEventListener('error', () => (engine = undefined), { once: true });
    return worker;
  } catch {
    // Whoever starts the engine meets the same, and says it.
    return undefined;
  }
}

/** A model's file on its way. */
export interface FetchedModel {
  response: Promise<Response>;
  /** All of it, where it is read as it comes: then it is there before the page's first rendering, which nothing interrupts. */
  bytes?: Promise<Uint8Array<ArrayBuffer>>;
}

const fetchFile = (name: string): Promise<Response> =>
  fetch(new URL(modelPath(name), document.baseURI));

function fetchModel(): FetchedModel | undefined {
  if (location.hash !== '') return undefined;
  const response = fetchFile(DEFAULT_MODEL);
  const bytes = response.then(async (answer) => new Uint8Array(await answer.arrayBuffer()));
  // What fails is said by whoever wants it.
  bytes.catch(() => undefined);
  return { response, bytes };
}

/** What the engine's choice asks for first. */
function findAdapter(): ReturnType<GPU['requestAdapter']> | undefined {
  if (/[?&]engine=cpu\b/.test(location.search)) return undefined;
  const found = gpu?.requestAdapter({ powerPreference: 'high-performance' });
  found?.catch(() => undefined);
  return found;
}

/** Where a model lies, relative to the page. */
export const modelPath = (name: string): string => `models/${name}.safetensors`;

let engine = startWorker();
let model = fetchModel();
let adapter = findAdapter();

/** The worker that was started early, to the first who asks; to others a new one. @throws as `spawnEngineWorker` */
export function takeEngineWorker(): Worker {
  const worker = engine ?? spawnEngineWorker();
  engine = undefined;
  return worker;
}

/** The same of a model's file. */
export function takeModel(name: string): FetchedModel {
  const early = name === DEFAULT_MODEL ? model : undefined;
  model = undefined;
  return early ?? { response: fetchFile(name) };
}

/** `navigator.gpu`, which has been asked already what is asked first. */
export const earlyGpu: Pick<GPU, 'requestAdapter'> | undefined = gpu && {
  requestAdapter(options) {
    const found = adapter ?? gpu.requestAdapter(options);
    adapter = undefined;
    return found;
  },
};
