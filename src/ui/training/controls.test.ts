import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import { CONTROLS, controlsFor, fault, type NumberControl } from './controls';

const control = (key: string) =>
  CONTROLS.find((c): c is NumberControl => c.kind === 'number' && c.key === key)!;

describe('the table of controls', () => {
  it('holds every default within its range', () => {
    for (const c of CONTROLS) {
      const value = DEFAULT_TRAINING[c.key];
      const fits =
        c.kind === 'number'
          ? fault(c, value as number) === null
          : c.options.some((o) => o.value === value);
      expect(fits).toBe(true);
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

describe('fault', () => {
  it('takes both ends of a range', () => {
    expect(fault(control('batch'), 1)).toBeNull();
    expect(fault(control('batch'), 1024)).toBeNull();
  });

  it.each([
    [0, 'Batch must be from 1 to 1,024.'],
    [1025, 'Batch must be from 1 to 1,024.'],
    [1.5, 'Batch must be a whole number.'],
    [NaN, 'Batch must be a number.'],
  ])('says what is wrong with a batch of %d', (value, text) => {
    expect(fault(control('batch'), value)).toBe(text);
  });
});
