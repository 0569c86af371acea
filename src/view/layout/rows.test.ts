import { describe, expect, it } from 'vitest';
import { arrangeRows, rowsCaption } from './rows';

const S = Infinity;
const times = [0.5, S, 0.2, 0.9, S, 0.2];

describe('arrangeRows', () => {
  it('gives every neuron a row where there is room', () => {
    const rows = arrangeRows(times, { sort: 'index', room: 6 });
    expect([...rows.neurons]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rows.kind).toBe('all');
    expect(rowsCaption(rows)).toBeNull();
  });

  it('sorts by time, equals by index, silent neurons last', () => {
    const rows = arrangeRows(times, { sort: 'time', room: 9 });
    expect([...rows.neurons]).toEqual([2, 5, 0, 3, 1, 4]);
    expect(rows.rowOf[0]).toBe(2);
  });

  it('sorts by contribution, the most exciting first, silent neurons last', () => {
    const contribution = [0.1, 9, -0.3, 0.4, 0, 0];
    const rows = arrangeRows(times, { sort: 'contribution', room: 9, contribution });
    expect([...rows.neurons]).toEqual([3, 0, 5, 2, 1, 4]);
  });

  it('leaves silent neurons out where there is less room, and says so', () => {
    const rows = arrangeRows(times, { sort: 'index', room: 4 });
    expect([...rows.neurons]).toEqual([0, 2, 3, 5]);
    expect(rows.rowOf[1]).toBe(-1);
    expect(rowsCaption(rows)).toBe('4 of 6 rows');
  });

  it('keeps a selected silent neuron', () => {
    const rows = arrangeRows(times, { sort: 'index', room: 5, keep: [4] });
    expect([...rows.neurons]).toEqual([0, 2, 3, 4, 5]);
  });

  it('thins evenly where not even the spikes have room, and counts what is left', () => {
    const many = Array.from({ length: 1024 }, (_, i) => i / 1024);
    const rows = arrangeRows(many, { sort: 'index', room: 100, keep: [777] });
    expect(rows.kind).toBe('thinned');
    expect(rows.neurons.length).toBeLessThanOrEqual(101);
    expect(rows.neurons.length).toBeGreaterThanOrEqual(100);
    expect(rows.rowOf[777]).toBeGreaterThanOrEqual(0);
    const gaps = [...rows.neurons].slice(1).map((n, r) => n - rows.neurons[r]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(11);
    expect(rowsCaption(rows)).toBe(`${rows.neurons.length} of 1,024 rows, thinned`);
  });
});

describe('scrolled rows', () => {
  const times = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? Infinity : 100 - i));
  const at = (first: number, sort: 'index' | 'time' = 'index') =>
    arrangeRows(times, { sort, room: 30, scroll: { first, fit: 20 } });

  it('are a stretch of all rows, the silent ones too, and stop at the ends', () => {
    expect([...at(40).neurons]).toEqual(Array.from({ length: 20 }, (_, k) => 40 + k));
    expect(at(95).first).toBe(80);
    expect(at(-5).first).toBe(0);
    expect(rowsCaption(at(40))).toBe('rows 41 to 60 of 100');
  });

  it('follow the order of the rows, and give way where all rows fit', () => {
    expect(at(0, 'time').neurons[0]).toBe(98);
    const few = arrangeRows([1, 2, 3], { sort: 'index', room: 30, scroll: { first: 1, fit: 20 } });
    expect(few.kind).toBe('all');
    expect(few.neurons).toHaveLength(3);
  });
});
