/**
 * MNIST's training images as they come over the network, each as soon as it is there. Their file on the page's server holds them in the order in
 * which the first epoch of one seed visits them, so that a training by that seed begins with the first kilobytes. What a training
 * sees does not depend on that: its order is `epochOrder`'s, and a step whose images are not there yet waits for them.
 */
import { epochOrder } from '../model/training';
import { createArriving, type Arrival, type Arriving } from './arrival';
import { DataError } from './data-error';
import { IMAGES_MAGIC } from './idx-format';
import { readLabels } from './idx';
import type { ImageSet } from './image-set';
import { pair } from './labels';
import {
  connectionFailed,
  download,
  FILE_SEED,
  lengthOf,
  MNIST_FILES,
  MNIST_NAMES,
  openFile,
  type LoadOptions,
} from './mnist';

/** The file, relative to the page: gzip-packed IDX, as `scripts/lib/data.mjs` writes it. */
const FILE = 'data/mnist-train-in-order.bin';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const HEADER = 16;
const NAMES = MNIST_NAMES.train;

/** [images] which image of the set is where in the file. */
export const fileOrder = (images: number): Uint32Array<ArrayBuffer> =>
  epochOrder(images, FILE_SEED, 0);

export interface ArrivingSet {
  /** Labels are all there; an image is blank until it has come. */
  set: ImageSet;
  arrival: Arrival;
}

/**
 * Begins to load MNIST's training half: resolves once its labels are there. The images come from then on, until `arrival.whole`.
 * @throws DataError as `loadMnistTest`; so does `arrival.whole`
 */
export async function loadMnistArriving(options: LoadOptions): Promise<ArrivingSet> {
  const [packedLabels, response] = await Promise.all([
    download(MNIST_FILES.train.labels, NAMES.labels, options),
    openFile(FILE, NAMES.images, options),
  ]);
  const labels = await readLabels(packedLabels, NAMES.labels);
  const count = labels.length;
  const images = new Uint8Array(count * PIXELS);
  const sized = { width: SIDE, height: SIDE, count, images };
  const set = pair(sized, labels, { classes: 10, names: NAMES });
  const order = fileOrder(count);
  const arriving = createArriving(order);
  void fill(unpacked(response, options), { images, order, arriving }).catch((error: unknown) =>
    arriving.fail(error instanceof Error ? error : new Error(String(error))),
  );
  return { set, arrival: arriving };
}

/** All of MNIST's training half. @throws DataError likewise */
export async function loadMnistTrain(options: LoadOptions): Promise<ImageSet> {
  const { set, arrival } = await loadMnistArriving(options);
  await arrival.whole;
  return set;
}

interface Target {
  /** [images, pixels] */
  images: Uint8Array;
  order: Uint32Array;
  arriving: Arriving;
}

/** Puts the images of the file into their places as its bytes come. @throws DataError */
async function fill(
  pieces: AsyncIterable<Uint8Array>,
  { images, order, arriving }: Target,
): Promise<void> {
  const header = new Uint8Array(HEADER);
  const length = HEADER + order.length * PIXELS;
  /** Bytes of the file that have come. */
  let come = 0;
  for await (const piece of pieces) {
    if (come + piece.length > length) throw damaged();
    let from = 0;
    if (come < HEADER) {
      from = Math.min(HEADER - come, piece.length);
      header.set(piece.subarray(0, from), come);
      if (come + from === HEADER) checkHeader(header, order.length);
    }
    scatter(piece.subarray(from), Math.max(0, come - HEADER), images, order);
    come += piece.length;
    arriving.come(Math.max(0, Math.floor((come - HEADER) / PIXELS)));
  }
  if (come < length) throw damaged();
}

/** @param at the pixel of the file, counted from its first image, that the piece begins with */
function scatter(piece: Uint8Array, at: number, images: Uint8Array, order: Uint32Array): void {
  for (let from = 0; from < piece.length;) {
    const within = (at + from) % PIXELS;
    const part = piece.subarray(from, from + PIXELS - within);
    images.set(part, order[Math.floor((at + from) / PIXELS)]! * PIXELS + within);
    from += part.length;
  }
}

function checkHeader(header: Uint8Array, count: number): void {
  const view = new DataView(header.buffer);
  const found = [0, 4, 8, 12].map((at) => view.getUint32(at));
  if (found.join() !== [IMAGES_MAGIC, count, SIDE, SIDE].join()) throw damaged();
}

/** The file's bytes, unpacked as they come; tells how many packed ones have. @throws DataError */
async function* unpacked(
  response: Response,
  { signal, onProgress }: LoadOptions,
): AsyncGenerator<Uint8Array> {
  const total = lengthOf(response);
  let loaded = 0;
  let lost: unknown;
  const packed = (response.body ?? new Response(new Uint8Array()).body!).getReader();
  const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await packed.read();
        if (done) return controller.close();
        loaded += value.length;
        onProgress?.({ loaded, total });
        controller.enqueue(value);
      } catch (error) {
        lost = error;
        throw error;
      }
    },
    cancel: (reason) => packed.cancel(reason),
  });
  const reader = counted.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw lost === undefined ? damaged(error) : connectionFailed(NAMES.images, lost);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const damaged = (cause?: unknown): DataError =>
  new DataError(
    `${NAMES.images} came damaged: try again, or prepare them anew with "npm run data" where the page is served.`,
    { cause, retryable: true },
  );
