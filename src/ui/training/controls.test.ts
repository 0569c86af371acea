import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import {
  accept,
  CONTROLS,
  controlsFor,
  fromSlider,
  show,
  standard,
  toSlider,
  type NumberControl,
} from './controls';

const numbers = CONTROLS.filter((c): c is NumberControl => c.kind === 'number');
const control = (key: string) => numbers.find((c) => c.key === key)!;

describe('the table of controls', () => {
  it('holds every default within its range', () => {
    for (const c of CONTROLS) {
      const value = DEFAULT_TRAINING[c.key];
      if (c.kind === 'number') expect(accept(c, value as number), c.key).toBe(value);
      else expect(c.options.map((o) => o.value)).toContain(value);
      expect(standard(c, DEFAULT_TRAINING), c.key).toBe(value);
    }
  });

  it('says of every control when a change acts', () => {
    for (const { says } of CONTROLS) expect(says).toMatch(/Acts at the next (step|reset)\.$/);
  });

  it('offers the margin to the heuristic loss and the temperature to cross-entropy', () => {
    const keys = (loss: 'heuristic' | 'cross-entropy') =>
      controlsFor({ ...DEFAULT_TRAINING, loss }).map((c) => c.key);
    expect(keys('heuristic')).toContain('margin');
    expect(keys('heuristic')).not.toContain('temperature');
    expect(keys('cross-entropy')).toContain('temperature');
    expect(keys('cross-entropy')).not.toContain('margin');
  });
});

describe('sliders', () => {
  it('go back to where a value put them, within the rounding', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (c, s) => {
          const value = fromSlider(c, s);
          expect(value).toBeGreaterThanOrEqual(c.min);
          expect(value).toBeLessThanOrEqual(c.max);
          expect(fromSlider(c, toSlider(c, value))).toBe(value);
        },
      ),
    );
  });

  it('give a learning rate of 1e-3 at the middle of 1e-5 to 1e-1', () => {
    expect(fromSlider(control('learningRate'), 0.5)).toBe(1e-3);
    expect(toSlider(control('learningRate'), 1e-3)).toBeCloseTo(0.5, 12);
  });

  it('reach both ends, and whole numbers only where only these make sense', () => {
    expect(fromSlider(control('batch'), 0)).toBe(1);
    expect(fromSlider(control('batch'), 1)).toBe(1024);
    expect(Number.isInteger(fromSlider(control('batch'), 0.3337))).toBe(true);
    expect(accept(control('seed'), -3)).toBe(0);
  });
});

it('writes small numbers so that they stay apart', () => {
  expect(show(control('learningRate'), 2e-3)).toBe('2.0e-3');
  expect(show(control('margin'), 0.1)).toBe('0.1');
  expect(show(control('batch'), 64)).toBe('64');
});
