import type { ImageSize } from '../../../data/image-set';
import { POINT_SIZE } from '../../../data/points/point';
import { DEFAULT_NETWORK } from '../../../model/network';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../../model/training';
import { numberFault } from '../read-number';
import { CONTROLS, controlsFor } from './controls';

describe('the table of controls', () => {
  it('holds every default within its range', () => {
    for (const c of CONTROLS) {
      const value = DEFAULT_TRAINING[c.key];
      const fits =
        c.kind === 'number'
          ? numberFault(c, value as number) === null
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

  it('has no distortion for points: one moved is another point', () => {
    const keys = (size?: ImageSize) => controlsFor(DEFAULT_TRAINING, size).map((c) => c.key);
    expect(keys()).toContain('distort');
    expect(keys(DEFAULT_NETWORK.input)).toContain('distort');
    expect(keys(POINT_SIZE)).not.toContain('distort');
  });
});
