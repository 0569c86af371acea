import { describe, expect, it } from 'vitest';
import { gridSize, type Grid as Shape } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import { fieldFrame } from './field-frame';
import { cellAt, cellCorner, cellOf, layerGrid, mapsGrid, neighbour, placeGrid } from './grid';

const shape: Shape = { columns: 4, rows: 3, channels: 5 };

describe('maps', () => {
  it('finds every neuron where it is drawn, and none between the maps', () => {
    for (const [width, height] of [
      [400, 60],
      [120, 300],
      [37, 41],
    ] as const) {
      const grid = mapsGrid(shape, width / height);
      const place = placeGrid(grid, width, height);
      const seen = new Set<string>();
      for (let i = 0; i < gridSize(shape); i++) {
        const [x, y] = cellCorner(grid, place, i);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + place.cell).toBeLessThanOrEqual(width + 1);
        expect(y + place.cell).toBeLessThanOrEqual(height + 1);
        expect(cellAt(grid, place, x + place.cell / 2, y + place.cell / 2)).toBe(i);
        seen.add(`${x} ${y}`);
      }
      expect(seen.size).toBe(gridSize(shape));
    }
    const grid = mapsGrid(shape, 10);
    expect(grid.maps?.across).toBe(5);
    expect(cellAt(grid, { left: 0, top: 0, cell: 10 }, 45, 5)).toBeNull();
    expect(cellAt(grid, { left: 0, top: 0, cell: 10 }, 55, 5)).toBe(1);
  });

  it('are two of an input with both polarities, ink and paper, each as the image lies', () => {
    const spec = parseNetwork({ input: { width: 6, height: 4 }, coding: { polarity: 'both' } });
    const grid = layerGrid(spec, 0, 2);
    expect(grid.maps).toMatchObject({ columns: 6, rows: 4, channels: 2, across: 2 });
    // Ink and paper of the pixel in column 1, row 2.
    expect(cellOf(grid, 2 * 13)).toEqual({ column: 1, row: 2 });
    expect(cellOf(grid, 2 * 13 + 1)).toEqual({ column: 8, row: 2 });
    expect(neighbour(grid, 2 * 13, 'ArrowDown')).toBe(2 * 19);
    expect(neighbour(grid, 2 * 13, 'PageDown')).toBe(2 * 13 + 1);
    expect(layerGrid(parseNetwork({ input: { width: 6, height: 4 } }), 0).maps).toBeUndefined();
  });

  it('lie so that their cells are as large as can be', () => {
    const cell = (across: number, width: number, height: number) =>
      Math.min(width / (across * 5 - 1), height / (Math.ceil(5 / across) * 4 - 1));
    for (const [width, height] of [
      [400, 60],
      [100, 100],
      [60, 400],
    ] as const) {
      const { across } = mapsGrid(shape, width / height).maps!;
      for (let other = 1; other <= 5; other++)
        expect(cell(across, width, height)).toBeGreaterThanOrEqual(cell(other, width, height));
    }
  });

  it('are walked with arrows, and from one to the next with page keys', () => {
    const grid = mapsGrid(shape);
    const at = (x: number, y: number, channel: number) => (y * 4 + x) * 5 + channel;
    expect(neighbour(grid, at(1, 1, 2), 'ArrowRight')).toBe(at(2, 1, 2));
    expect(neighbour(grid, at(3, 1, 2), 'ArrowRight')).toBeNull();
    expect(neighbour(grid, at(0, 1, 2), 'ArrowLeft')).toBeNull();
    expect(neighbour(grid, at(1, 1, 2), 'ArrowUp')).toBe(at(1, 0, 2));
    expect(neighbour(grid, at(1, 2, 2), 'ArrowDown')).toBeNull();
    expect(neighbour(grid, at(1, 2, 2), 'PageDown')).toBe(at(1, 2, 3));
    expect(neighbour(grid, at(1, 2, 4), 'PageDown')).toBeNull();
    expect(neighbour(grid, at(1, 2, 0), 'PageUp')).toBeNull();
  });
});

describe('the frame of what a neuron sees', () => {
  const spec = parseNetwork({
    convolutions: [
      { channels: 16, kernel: 5, stride: 2 },
      { channels: 32, kernel: 3, stride: 2 },
    ],
  });
  const neuron = (3 * 5 + 1) * 32 + 7;

  it('is its patch on the layer before, and all that leads there on the input', () => {
    expect(fieldFrame(spec, { layer: 2, neuron }, 1)).toEqual({ x: 2, y: 6, columns: 3, rows: 3 });
    // Three patches of 5, 2 apart.
    expect(fieldFrame(spec, { layer: 2, neuron }, 0)).toEqual({ x: 4, y: 12, columns: 9, rows: 9 });
    expect(fieldFrame(spec, { layer: 3, neuron: 5 }, 2)).toBeNull();
    expect(layerGrid(spec, 2).maps).toMatchObject({ columns: 5, rows: 5, channels: 32 });
  });
});
