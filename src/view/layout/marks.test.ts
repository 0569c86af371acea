import { describe, expect, it } from 'vitest';
import { markToTake, nearestMark, placeMarks, rowAt, rowGeometry, rowY } from './marks';
import { arrangeRows } from './rows';

const scale = { start: 0, end: 2, left: 10, width: 200 };
const times = [0.5, Infinity, 1.5, 3];
const rows = arrangeRows(times, { sort: 'index', room: 10 });
const geometry = rowGeometry(rows.neurons.length, 54);
const marks = placeMarks(times, rows, geometry, scale);

describe('placeMarks', () => {
  it('marks what spikes inside the window, each in its row', () => {
    expect(marks.count).toBe(2);
    expect([...marks.neuron.subarray(0, 2)]).toEqual([0, 2]);
    expect(marks.x[0]).toBe(60);
    expect(marks.x[1]).toBe(160);
    expect(marks.y[1]).toBeCloseTo(rowY(geometry, 2), 5);
  });
});

describe('nearestMark', () => {
  it('finds the nearest within reach', () => {
    expect(nearestMark(marks, 62, marks.y[0]! + 2, 9)).toBe(0);
    expect(nearestMark(marks, 155, marks.y[1]!, 9)).toBe(2);
    expect(nearestMark(marks, 110, marks.y[0]!, 9)).toBeNull();
  });
});

describe('markToTake', () => {
  const near = {
    neuron: Uint32Array.of(3, 8),
    x: Float32Array.of(50, 60),
    y: Float32Array.of(20, 20),
    count: 2,
  };
  const mouse = { reach: 5, firstReach: 9, apart: 0 };
  const finger = { reach: 20, firstReach: 20, apart: 8 };

  it('is the nearest under a mouse, within a small reach so that the cursor is still had between marks', () => {
    expect(markToTake(near, 54, 20, mouse, null)).toBe(3);
    expect(markToTake(near, 56, 20, mouse, null)).toBe(8);
    expect(markToTake(near, 55, 28, mouse, null)).toBeNull();
    expect(markToTake(near, 66, 20, mouse, null)).toBeNull();
  });

  it('is the selected one before those nearer, from further away', () => {
    expect(markToTake(near, 57, 20, mouse, 3)).toBe(3);
    expect(markToTake(near, 60, 28, mouse, 8)).toBe(8);
  });

  it('is none under a finger that covers several alike, unless one is selected', () => {
    expect(markToTake(near, 55, 30, finger, null)).toBeNull();
    expect(markToTake(near, 55, 30, finger, 8)).toBe(8);
    expect(markToTake(near, 40, 28, finger, null)).toBe(3);
    expect(markToTake(near, 32, 28, finger, null)).toBe(3);
  });
});

describe('rows', () => {
  it('are found from a height, and none outside', () => {
    for (let row = 0; row < 4; row++) expect(rowAt(geometry, rowY(geometry, row), 4)).toBe(row);
    expect(rowAt(geometry, 1, 4)).toBe(-1);
    expect(rowAt(geometry, 53, 4)).toBe(-1);
  });
});
