/** `mtspike classify`. */
import { imageAt, sameSize, type ImageSet, type ImageSize } from '../data/image-set';
import { pointOf } from '../data/points/point';
import type { SampleRun } from '../engine/engine';
import { yieldToEventLoop } from '../engine/shared/yield-to-event-loop';
import type { NetworkSpec } from '../model/network';
import { readout } from '../model/readout';
import { said } from '../model/said';
import { readImageFile, type FoundImages } from './data';
import { openModel } from './described';
import { createEngine } from './engines';
import { CommandError } from './errors';
import { unlessInterrupted } from './interrupt';
import type { Io } from './io';
import { parseOptions } from './options';
import { testPoints } from './points';
import { CLASSIFY } from './tables';

/** Images run at a time. */
const CHUNK = 64;

export async function classify(args: string[], io: Io): Promise<void> {
  const values = parseOptions('classify', CLASSIFY, args);
  const { signal } = io;
  const points = testPoints('classify', values);
  const { spec, weights, images } = await unlessInterrupted(signal, async () => {
    const { transpose } = values;
    const model = await openModel(
      io,
      values,
      async () => points ?? readImageFile(io.cwd, values.images!, { transpose }),
    );
    const size = model.spec.input;
    const images = points ?? (await readImageFile(io.cwd, values.images!, { size, transpose }));
    return { ...model, images };
  });
  const { paths, notes = [] } = images as Partial<FoundImages>;
  for (const note of notes) io.note(`${note}\n`);
  requireSize(images, spec, nameOf(values));
  const engine = await createEngine(values);
  try {
    await engine.setNetwork({ spec, weights });
    const size = images.width * images.height;
    const count = Math.min(images.count, values.limit ?? Infinity);
    for (let start = 0; start < count; start += CHUNK) {
      // An engine may never wait for anything; without a turn of the event loop Ctrl-C would not be noticed.
      await yieldToEventLoop();
      const end = Math.min(start + CHUNK, count);
      const bytes = images.images.slice(start * size, end * size);
      const runs = await unlessInterrupted(
        signal,
        () => engine.run({ ...images, count: end - start, images: bytes }),
        () => `only ${start} of ${count} images were answered`,
      );
      const lines = runs.map((run, i) => {
        const place = points && {
          point: placeAt(points, start + i),
          label: points.labels[start + i],
        };
        const file = paths && { file: paths[start + i] };
        return JSON.stringify({ ...answer(start + i, run, values.spikes), ...place, ...file });
      });
      await io.write(`${lines.join('\n')}\n`);
    }
  } finally {
    await engine.dispose();
  }
}

/** [x, y] of a point, as its bytes say it. */
function placeAt(points: ImageSet, index: number): [x: number, y: number] {
  const { x, y } = pointOf(imageAt(points, index));
  return [x, y];
}

/** What the data are called in sentences. */
export const nameOf = ({
  images,
  points,
}: {
  images?: string | undefined;
  points?: string | undefined;
}): string => images ?? `The set "${points}"`;

/** @throws CommandError where the images are not of the network's size */
export function requireSize(images: ImageSize, { input }: NetworkSpec, name: string): void {
  if (sameSize(images, input)) return;
  throw new CommandError(
    `${said(name)} holds images of ${images.width} x ${images.height} pixels, but the network takes ${input.width} x ${input.height}.`,
  );
}

/** One line: times in full, a silent neuron null. */
function answer(image: number, run: SampleRun, spikes: boolean): Record<string, unknown> {
  const [input, ...layers] = run.layers;
  const blank = input!.times.every((time) => time === Infinity);
  const result = readout(layers.at(-1)!.times, run.potential, blank);
  return {
    image,
    class: result.class,
    decision_time: result.decisionTime,
    margin: result.margin,
    tie: result.tie,
    ...(result.class === null && { guess: result.guess }),
    ...(spikes && {
      spike_times: layers.map(({ times }) =>
        Array.from(times, (time) => (time === Infinity ? null : time)),
      ),
    }),
  };
}
