import { expect, test } from 'vitest';
import { PLANE_SIDE } from '../../../data/points/plane-grid';
import { NONE } from '../../../view/plane/decision';
import type { Palette } from '../theme/palette';
import { classColor } from '../theme/class-marks';
import { parseHex } from '../theme/colour';
import {
  drawContour,
  drawPlaneCursor,
  drawPlaneMarks,
  hatchPlane,
  planePixels,
} from './draw-plane';
import { palette, recorder } from './recorder.test-data';

const size = { width: 126, height: 126 };
const light = { ...palette, theme: 'light', well: '#f0f0ec' } as Palette;

test('the hue is the class, its strength the depth, and where none answers is paper', () => {
  const pixels = planePixels(Uint8Array.of(0, 0, 1, NONE), Float32Array.of(0, 1, 1, 0), light);
  const at = (place: number) => [...pixels.subarray(place * 4, place * 4 + 3)];
  const far = (a: number[], b: number[]) => Math.hypot(...a.map((v, i) => v - b[i]!));
  const [zero, one] = [0, 1].map((c) => [...parseHex(classColor('light', c))]);
  const paper = [...parseHex(light.well)];
  expect(at(3)).toEqual(paper);
  expect(far(at(1), zero!)).toBeLessThan(far(at(0), zero!));
  expect(far(at(2), one!)).toBeLessThan(far(at(2), zero!));
  // The palest is still told from paper.
  expect(far(at(0), paper)).toBeGreaterThan(20);
  expect(pixels.filter((_, i) => i % 4 === 3)).toEqual(Uint8ClampedArray.of(255, 255, 255, 255));
});

test('only silent places are hatched', () => {
  const { ctx, calls } = recorder();
  hatchPlane(ctx, size, (place) => place === PLANE_SIDE + 2, 'edge');
  const clipped = calls.filter(({ name }) => name === 'rect').map(({ args }) => args);
  expect(clipped).toEqual([[3, 1, 2, 2]]);
  expect(calls.find(({ name }) => name === 'stroke')!.style).toBe('edge');
  const none = recorder();
  hatchPlane(none.ctx, size, () => false, 'edge');
  expect(none.calls.map(({ name }) => name)).not.toContain('stroke');
});

test('y grows upwards: marks and cross-hairs are where their point is, and a misread one has a ring', () => {
  const { ctx, calls } = recorder();
  const marks = [
    { x: 0.5, y: 1, label: 0, misread: false },
    { x: 0, y: 0.25, label: 1, misread: true },
  ];
  drawPlaneMarks(ctx, size, marks, light, 3);
  const disks = calls.filter(({ name }) => name === 'arc').map(({ args }) => args.slice(0, 3));
  // The first is the mark of class 0; class 1 has a square, and its ring around it.
  expect(disks).toEqual([
    [63, 0, 3],
    [0, 94.5, 5.5],
  ]);
  expect(calls.filter(({ name }) => name === 'fill').map(({ style }) => style)).toEqual([
    classColor('light', 0),
    classColor('light', 1),
  ]);
  const cross = recorder();
  drawPlaneCursor(cross.ctx, size, { x: 1, y: 0 }, light);
  expect(cross.calls.find(({ name }) => name === 'arc')!.args.slice(0, 2)).toEqual([126, 126]);
  expect(cross.calls.filter(({ name }) => name === 'stroke').map(({ style }) => style)).toEqual([
    'panel',
    'ink',
  ]);
});

test('a line is drawn piece by piece, from edge to edge', () => {
  const { ctx, calls } = recorder();
  drawContour(ctx, size, Float32Array.of(0, 63, 63, 0));
  expect(calls.map(({ name, args }) => [name, ...args])).toEqual([
    ['beginPath'],
    ['moveTo', 0, 126],
    ['lineTo', 126, 0],
    ['stroke'],
  ]);
});
