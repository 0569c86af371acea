import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DataError } from './data-error';
import { imageFile, labelFile } from './idx.test-data';
import { fileOrder, loadMnistArriving, loadMnistTrain } from './mnist-arriving';
import type { LoadProgress } from './mnist';

const COUNT = 40;
const PIXELS = 784;
/** Image n has bytes that no other image has. */
const images = Uint8Array.from({ length: COUNT * PIXELS }, (_, i) => (i * 31 + (i >> 8) * 7) % 251);
const labels = Uint8Array.from({ length: COUNT }, (_, n) => n % 10);
const order = fileOrder(COUNT);
const inOrder = Uint8Array.from(
  { length: images.length },
  (_, i) => images[order[Math.floor(i / PIXELS)]! * PIXELS + (i % PIXELS)]!,
);
const file = gzipSync(imageFile(COUNT, 28, 28, inOrder));

type Piece = Uint8Array<ArrayBuffer>;

/** A server that sends the training images as these pieces; an error among them breaks the connection there. */
function server(pieces: AsyncIterable<Piece> | Iterable<Piece>, length = file.length) {
  return (async (input: unknown) => {
    const url = String(input);
    if (url.endsWith('labels.bin'))
      return new Response(Uint8Array.from(gzipSync(labelFile(labels))));
    expect(url).toBe('http://host/data/mnist-train-in-order.bin');
    return new Response(Readable.toWeb(Readable.from(pieces)) as ReadableStream, {
      headers: { 'content-length': String(length) },
    });
  }) as typeof fetch;
}

const base = 'http://host/';
const cut = (bytes: Uint8Array, size: number): Piece[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    Uint8Array.from(bytes.subarray(n * size, (n + 1) * size)),
  );

test.each([7, 783, 5000, file.length])(
  'puts every image in its place, in pieces of %i bytes',
  async (size) => {
    const seen: LoadProgress[] = [];
    const set = await loadMnistTrain({
      base,
      fetch: server(cut(file, size)),
      onProgress: (now) => seen.push(now),
    });
    expect(set).toMatchObject({ width: 28, height: 28, count: COUNT, classes: 10 });
    expect(set.labels).toEqual(labels);
    expect(set.images).toEqual(images);
    expect(seen.at(-1)).toEqual({ loaded: file.length, total: file.length });
  },
);

test('says which images are there while the others are on their way, and tells who waits for more', async () => {
  let go: () => void = () => undefined;
  const halfway = new Promise<void>((resolve) => (go = resolve));
  const half = Math.floor(file.length / 2);
  async function* slowly(): AsyncGenerator<Piece> {
    yield Uint8Array.from(file.subarray(0, half));
    await halfway;
    yield Uint8Array.from(file.subarray(half));
  }
  const { set, arrival } = await loadMnistArriving({ base, fetch: server(slowly()) });
  while (arrival.there === 0) await arrival.more();
  const { there } = arrival;
  expect(there).toBeLessThan(COUNT);
  expect(arrival.complete).toBe(false);
  expect(arrival.has(order.subarray(0, there))).toBe(true);
  expect(arrival.has(order.subarray(there - 1, there + 1))).toBe(false);
  for (const image of order.subarray(0, there))
    expect(set.images.subarray(image * PIXELS, (image + 1) * PIXELS)).toEqual(
      images.subarray(image * PIXELS, (image + 1) * PIXELS),
    );
  go();
  await arrival.whole;
  expect(arrival.has(order)).toBe(true);
  expect(set.images).toEqual(images);
});

/** How it ends where the file comes as these pieces. */
async function failure(pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<DataError> {
  const { arrival } = await loadMnistArriving({ base, fetch: server(pieces) });
  const error: unknown = await arrival.whole.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DataError);
  expect(arrival.failure).toBe(error);
  // Nobody waits for what does not come.
  await arrival.more();
  return error as DataError;
}

test('a connection lost half-way is said; what came before is there', async () => {
  async function* broken(): AsyncGenerator<Piece> {
    yield Uint8Array.from(file.subarray(0, file.length / 2));
    throw new TypeError('network error');
  }
  const error = await failure(broken());
  expect(error.message).toBe(
    "MNIST's training images could not be loaded because the connection failed: check the network and try again.",
  );
  expect(error.retryable).toBe(true);
});

const plain = imageFile(COUNT, 28, 28, inOrder);
test.each<[string, Uint8Array]>([
  ['cut off', file.subarray(0, file.length - 30)],
  ['cut off within an image, well packed', gzipSync(plain.subarray(0, 2000))],
  ['no gzip', plain],
  ['of another number of images', gzipSync(imageFile(COUNT + 1, 28, 28))],
  ['too long', gzipSync(Uint8Array.of(...plain, 0))],
])('a file that is %s is damaged', async (_, bytes) => {
  expect((await failure(cut(bytes, 500))).message).toContain('came damaged');
});

test('aborting ends it with the reason of the signal', async () => {
  const aborting = new AbortController();
  const { signal } = aborting;
  // As fetch does: the body breaks off.
  const body = new ReadableStream<Piece>({
    start(controller) {
      controller.enqueue(Uint8Array.from(file.subarray(0, 100)));
      signal.addEventListener('abort', () => controller.error(signal.reason));
    },
  });
  const { arrival } = await loadMnistArriving({ base, signal, fetch: server(body) });
  aborting.abort(new Error('changed my mind'));
  await expect(arrival.whole).rejects.toThrow('changed my mind');
});

test('the file of the page holds the images of the commands, in the order of seed 1', () => {
  const read = (name: string) => gunzipSync(readFileSync(`public/data/${name}.bin`));
  const [original, page] = ['mnist-train-images', 'mnist-train-in-order'].map(read);
  expect(page!.subarray(0, 16)).toEqual(original!.subarray(0, 16));
  const first = fileOrder(60_000);
  const at = (bytes: Buffer, n: number) => bytes.subarray(16 + n * PIXELS, 16 + (n + 1) * PIXELS);
  expect(first.findIndex((image, n) => at(original!, image).compare(at(page!, n)) !== 0)).toBe(-1);
});
