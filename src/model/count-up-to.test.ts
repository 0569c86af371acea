import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countUpTo } from './count-up-to';

it('counts what a look at every time counts, ties and both ends included', () => {
  const time = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(fc.array(time), time, (times, t) => {
      const ascending = times.toSorted((a, b) => a - b);
      expect(countUpTo(ascending, t)).toBe(times.filter((x) => x <= t).length);
    }),
    { seed: 12 },
  );
});
