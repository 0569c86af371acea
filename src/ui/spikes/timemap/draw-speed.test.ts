import { expect, it } from 'vitest';
import { palette, recorder } from '../../kit/draw/recorder.test-data';
import { drawSpeed, type SpeedState } from './draw-speed';

const WIDTH = 252;
const HEIGHT = 128;

function drawn(patch: Partial<SpeedState> = {}) {
  const { ctx, calls } = recorder();
  drawSpeed(ctx, WIDTH, HEIGHT, palette, {
    curve: { times: Float32Array.of(0, 1, 3), accuracy: [0.1, 0.9, 1], answered: [0, 0.5, 1] },
    end: 2,
    cursor: 1,
    at: { accuracy: 0.9, answered: 0.5 },
    ...patch,
  });
  return calls;
}

/** The points of each line, from its beginning to its stroke. */
function lines(calls: ReturnType<typeof drawn>): number[][][] {
  const all: number[][][] = [];
  for (const { name, args } of calls) {
    if (name === 'beginPath') all.push([]);
    if (name === 'lineTo') all.at(-1)!.push(args as number[]);
  }
  return all.filter((points) => points.length > 1);
}

it('draws both shares over the time shown, from 0 % at the foot to 100 % at the top', () => {
  // Time 0 to 2 lies on x 38 to 238, shares on y 108 to 8; the last point is the end of what is shown.
  const [answered, right] = lines(drawn());
  expect(answered).toEqual([
    [38, 108],
    [138, 58],
    [238, 8],
  ]);
  expect(right!.map(([x, y]) => [x, Math.round(y!)])).toEqual([
    [38, 98],
    [138, 18],
    [238, 8],
  ]);
  const labels = drawn().filter(({ name }) => name === 'fillText');
  expect(labels.slice(0, 3).map(({ args }) => args[0])).toEqual(['0 %', '50 %', '100 %']);
});

it('goes on level where the curve ends before the time shown', () => {
  const [answered] = lines(
    drawn({ curve: { times: Float32Array.of(0, 1), accuracy: [0, 0.5], answered: [0, 0.5] } }),
  );
  expect(answered!.at(-1)).toEqual([238, 58]);
});

it('marks the cursor with both shares, and not where it is out of sight', () => {
  const dots = (cursor: number) =>
    drawn({ cursor })
      .filter(({ name }) => name === 'arc')
      .map(({ args }) => args.slice(0, 2).map((x) => Math.round(x as number)));
  expect(dots(1)).toEqual([
    [138, 58],
    [138, 18],
  ]);
  expect(dots(2.5)).toEqual([]);
});
