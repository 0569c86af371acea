import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DataError } from './data-error';
import { imageFile, labelFile } from './idx.test-data';
import { loadMnistTest, type LoadProgress } from './mnist';

const images = gzipSync(imageFile(3, 28, 28));
const labels = gzipSync(labelFile([3, 1, 4]));

/** A server of the two test files; `change` may answer otherwise. */
function server(change: (url: string) => Response | undefined = () => undefined) {
  const asked: string[] = [];
  const fetchFile = (input: unknown): Promise<Response> => {
    const url = String(input);
    asked.push(url);
    const body = url.endsWith('images.bin') ? images : labels;
    const file = new Response(Uint8Array.from(body), {
      headers: { 'content-length': String(body.length) },
    });
    return Promise.resolve(change(url) ?? file);
  };
  return { asked, fetch: fetchFile as typeof fetch };
}

async function failure(change: (url: string) => Response | undefined): Promise<DataError> {
  const { fetch } = server(change);
  const error: unknown = await loadMnistTest({ base: 'http://host/', fetch }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataError);
  return error as DataError;
}

describe('loadMnistTest', () => {
  test('reads both files from below the page, with progress in bytes', async () => {
    const { asked, fetch } = server();
    const seen: LoadProgress[] = [];
    const set = await loadMnistTest({
      base: 'http://host/play/index.html',
      fetch,
      onProgress: (progress) => seen.push(progress),
    });
    expect(set).toMatchObject({ width: 28, height: 28, count: 3, classes: 10 });
    expect([...set.labels]).toEqual([3, 1, 4]);
    expect(asked.toSorted()).toEqual([
      'http://host/play/data/mnist-test-images.bin',
      'http://host/play/data/mnist-test-labels.bin',
    ]);
    const total = images.length + labels.length;
    expect(seen.at(-1)).toEqual({ loaded: total, total });
    expect(seen.every((p, i) => i === 0 || p.loaded >= seen[i - 1]!.loaded)).toBe(true);
  });

  test('says what is missing, and that trying again may help', async () => {
    const error = await failure(() => new Response('', { status: 404 }));
    expect(error.message).toContain('npm run data');
    expect(error.retryable).toBe(true);
  });

  test('takes a page in place of the data for a missing file', async () => {
    const page = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    expect((await failure(page)).message).toContain('missing on the server');
  });

  test('names the status of a server in trouble', async () => {
    const error = await failure(() => new Response('', { status: 503 }));
    expect(error.message).toContain('503');
    expect(error.retryable).toBe(true);
  });

  test('a lost connection is retryable', async () => {
    const error = await failure(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(error.message).toContain('connection failed');
    expect(error.retryable).toBe(true);
  });

  test('a connection lost in the middle of a file is retryable', async () => {
    const error = await failure((url) => {
      if (!url.endsWith('images.bin')) return undefined;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.error(new TypeError('network error')),
      });
      return new Response(body);
    });
    expect(error.retryable).toBe(true);
  });

  test('damaged data is not', async () => {
    const error = await failure((url) =>
      url.endsWith('labels.bin') ? new Response(labelFile([1, 2])) : undefined,
    );
    expect(error.message).toContain('they do not belong together');
    expect(error.retryable).toBe(false);
  });

  test('aborting rejects with the reason of the signal', async () => {
    const { fetch } = server();
    const controller = new AbortController();
    controller.abort(new Error('changed my mind'));
    await expect(
      loadMnistTest({ base: 'http://host/', fetch, signal: controller.signal }),
    ).rejects.toThrow('changed my mind');
  });
});
