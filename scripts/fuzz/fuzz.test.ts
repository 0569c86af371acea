import { expect, test } from 'vitest';
import { TARGETS } from './targets';
import { tryOut } from './try-out';

/** A second of each at most; `npm run fuzz` tries as many as one likes. */
const COUNTS: Record<string, number> = {
  models: 150,
  idx: 150,
  links: 150,
  runs: 200,
  commands: 40,
};

test.each(TARGETS.map(({ name }) => name))(
  'whatever is wrong with %s is answered in a sentence',
  async (target) => {
    for (let number = 0; number < COUNTS[target]!; number++) {
      const failure = await tryOut({ target, seed: 1, number });
      expect(
        failure?.why,
        `npm run fuzz -- --only ${target} --seed 1 --from ${number}`,
      ).toBeUndefined();
    }
  },
);
