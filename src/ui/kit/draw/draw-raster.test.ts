import { describe, expect, it } from 'vitest';
import { drawRaster, timeShare, type RasterState } from './draw-raster';
import { placeMarks, rowGeometry } from '../../../view/layout/marks';
import { arrangeRows } from '../../../view/layout/rows';
import { palette, recorder } from './recorder.test-data';

function state(patch: Partial<RasterState> = {}): RasterState {
  const times = [0.5, Infinity, 1.5, 0.25];
  const rows = arrangeRows(times, { sort: 'index', room: 10 });
  const geometry = rowGeometry(4, 80);
  const scale = { start: 0, end: 2, left: 10, width: 200 };
  return {
    times,
    rows,
    geometry,
    scale,
    marks: placeMarks(times, rows, geometry, scale),
    cursor: 1,
    causes: null,
    aside: false,
    selected: null,
    hand: null,
    hovered: null,
    ghost: null,
    trains: [],
    errors: null,
    lanes: false,
    deadline: Infinity,
    ...patch,
  };
}

describe('drawRaster', () => {
  it('draws a mark a spike, coloured by its time, pale after the cursor', () => {
    const { ctx, calls } = recorder();
    drawRaster(ctx, 80, palette, state());
    const coloured = calls.filter(({ style }) => style.startsWith('time'));
    expect(coloured.map(({ style }) => style)).toEqual(
      [0.5, 0.25].map((t) => palette.timeColor(timeShare(t))),
    );
    expect(coloured.every(({ alpha }) => alpha === 1)).toBe(true);
    const late = calls.filter(({ name, style }) => name === 'fillRect' && style === 'soft');
    expect(late).toHaveLength(1);
    expect(late[0]!.alpha).toBeLessThan(0.5);
  });

  it('tells excitatory from inhibitory causes by shape as well: filled or hollow', () => {
    const { ctx, calls } = recorder();
    const part = Float64Array.from([0.4, 0, -0.2, 0]);
    drawRaster(ctx, 80, palette, state({ causes: { part, largest: 0.4 } }));
    expect(calls.filter(({ name, style }) => name === 'fill' && style === 'exc')).toHaveLength(1);
    expect(calls.filter(({ name, style }) => name === 'stroke' && style === 'inh')).toHaveLength(1);
    // Neuron 3 spikes but has no part in it: a dot.
    expect(calls.filter(({ name, style }) => name === 'fillRect' && style === 'soft')).toHaveLength(
      1,
    );
  });

  it('rings what is selected and hovered, a silent neuron too', () => {
    const { ctx, calls } = recorder();
    drawRaster(ctx, 80, palette, state({ selected: 1, hovered: 0 }));
    expect(calls.filter(({ name }) => name === 'stroke')).toHaveLength(2);
  });

  it('draws the deadline where it is in sight', () => {
    const seen = recorder();
    drawRaster(seen.ctx, 80, palette, state({ deadline: 1.5 }));
    expect(seen.calls.some(({ name, style }) => name === 'stroke' && style === 'bad')).toBe(true);
    const unseen = recorder();
    drawRaster(unseen.ctx, 80, palette, state({ deadline: 3 }));
    expect(unseen.calls.some(({ style }) => style === 'bad')).toBe(false);
  });
});
