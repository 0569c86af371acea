import { expect, it } from 'vitest';
import { drawFiredCount, drawPotentialMeters } from './draw-meter';
import { filled, palette, recorder } from './recorder.test-data';

it('fills a lane from 0 to its share of the threshold: right of 0 or left of it, whole where it has fired', () => {
  const { ctx, calls } = recorder();
  const shares = [0.5, 1.7, -0.1, -5, 0.9];
  const geometry = { top: 0, pitch: 10 };
  drawPotentialMeters(
    ctx,
    palette,
    { left: 100, width: 40 },
    geometry,
    shares,
    (c: number) => c === 4,
  );
  // 0 lies a quarter into the bar, the threshold at its end; a lane is 6 high, in the middle of its row.
  expect(filled(calls, 'line')).toEqual([0, 1, 2, 3, 4].map((c) => [110, 2 + 10 * c, 30, 6]));
  expect(filled(calls, 'exc')).toEqual([
    [110, 2, 15, 6],
    [110, 12, 30, 6],
  ]);
  expect(filled(calls, 'inh')).toEqual([
    [107, 22, 3, 6],
    [100, 32, 10, 6],
  ]);
  expect(filled(calls, 'ink')).toEqual([[110, 42, 30, 6]]);
});

it('says how many have fired, with the gaps of large numbers', () => {
  const { ctx, calls } = recorder();
  drawFiredCount(ctx, palette, { left: 7, width: 40 }, 60, 1234);
  expect(calls.map(({ args, style }) => [...args, style])).toEqual([
    ['1,234', 7, 23, 'ink'],
    ['fired', 7, 37, 'soft'],
  ]);
});
