import { expect, test } from 'vitest';
import { tryOut } from './try-out';

/** How many of each, in some two seconds; `npm run fuzz` tries as many as one likes. */
const COUNTS = {
  models: 400,
  nir: 100,
  idx: 250,
  arrays: 250,
  pictures: 120,
  links: 250,
  runs: 500,
  commands: 50,
};

test.each(Object.entries(COUNTS))(
  'damaged %s are taken or answered in a sentence',
  async (target, count) => {
    for (let number = 0; number < count; number++) {
      const failure = await tryOut({ target, seed: 1, number });
      const again = `npm run fuzz -- --only ${target} --seed 1 --from ${number} --count 1`;
      expect(failure?.why, again).toBeUndefined();
    }
  },
);
