import { interpolateViridis } from 'd3-scale-chromatic';
import { expect, it } from 'vitest';
import { viridis } from './viridis';

it('is the scale that everybody calls viridis', () => {
  for (let i = -20; i <= 1020; i++) expect(viridis(i / 1000)).toBe(interpolateViridis(i / 1000));
});
