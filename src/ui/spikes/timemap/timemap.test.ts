import { describe, expect, it } from 'vitest';
import { parseNetwork } from '../../../model/validate';
import { cellAt } from '../../../view/layout/grid';
import { layerPlace } from '../../../view/layout/place';
import { curveWords, forcedWords } from '../../../view/words/forced-words';

const spec = parseNetwork({ input: { width: 8, height: 6 }, layers: [10, 3] });

describe('layerPlace', () => {
  it('lays the input out as its image, hidden neurons as a grid, the outputs in a row', () => {
    const size = (layer: number) => {
      const { columns, rows } = layerPlace(spec, layer, 200, 100).grid;
      return [columns, rows];
    };
    expect(size(0)).toEqual([8, 6]);
    expect(size(1)).toEqual([4, 3]);
    expect(size(2)).toEqual([3, 1]);
  });

  it('finds every cell where it is drawn, and none outside', () => {
    for (const layer of [0, 1, 2]) {
      const { grid, place } = layerPlace(spec, layer, 211, 97);
      for (let i = 0; i < grid.count; i++) {
        const x = place.left + ((i % grid.columns) + 0.5) * place.cell;
        const y = place.top + (Math.floor(i / grid.columns) + 0.5) * place.cell;
        expect(cellAt(grid, place, x, y)).toBe(i);
        expect(x).toBeLessThan(211);
        expect(y).toBeLessThan(97);
      }
      expect(cellAt(grid, place, place.left - 1, place.top + 1)).toBeNull();
    }
    const { grid, place } = layerPlace(spec, 1, 200, 100);
    // The last row of ten cells in four columns ends after two.
    const beyond = [place.left + 2.5 * place.cell, place.top + 2.5 * place.cell] as const;
    expect(cellAt(grid, place, ...beyond)).toBeNull();
  });
});

describe('forcedWords', () => {
  const potential = Float64Array.of(0.1, 0.71, 0);
  const NETWORK = { layers: [3], threshold: 1 };
  it('says who answers, why, and whether it is right', () => {
    expect(forcedWords(NETWORK, { class: 1, by: 'potential', potential }, 0.5, 1)).toBe(
      'Forced at 0.500: 1, the highest potential (0.71 of the threshold), which is right',
    );
    expect(forcedWords(NETWORK, { class: 1, by: 'spike', potential }, 0.5, 2)).toBe(
      'Forced at 0.500: 1, whose output has fired, but it is a 2',
    );
    expect(forcedWords(NETWORK, { class: 1, by: 'spike', potential }, 0.5, null)).toBe(
      'Forced at 0.500: 1, whose output has fired',
    );
  });

  it('says where there is nothing to go by', () => {
    const none = new Float64Array(3);
    expect(forcedWords(NETWORK, { class: null, by: null, potential: none }, 0, null)).toContain(
      'no answer',
    );
    expect(forcedWords(NETWORK, { class: 0, by: 'potential', potential: none }, 0, null)).toContain(
      'nothing has reached the outputs yet',
    );
  });
});

it('writes both shares of the curve', () => {
  expect(curveWords({ accuracy: 0.9736, answered: 0.494 })).toBe(
    'If the whole test set had to be answered then: 97.4 % right; 49.4 % have an output spike',
  );
});
