import { expect, test } from 'vitest';
import { drawn } from '../../data/taught/hand.test-data';
import {
  addClass,
  addExample,
  imageOf,
  NOTHING_TAUGHT,
  type Taught,
} from '../../data/taught/taught';
import { taughtSets } from '../../data/taught/taught-sets';
import { createCpuEngine } from '../../engine/cpu/engine';
import type { Engine } from '../../engine/engine';
import { createRandom } from '../../model/random';
import { readout } from '../../model/readout';
import { beginning } from './beginning';

/** Trainings: by each of three hands in turn, on three digits drawn by lot. */
const TRAININGS = 6;

/** Five drawings of each. */
function taughtBy(hand: number, digits: readonly number[], seed: number): Taught {
  return digits.reduce((before, digit) => {
    const next = addClass(before);
    return drawn(hand, digit, 5, seed).reduce(
      (all, strokes) =>
        addExample(all, next.classes.at(-1)!.id, { strokes, image: imageOf(strokes) }),
      next,
    );
  }, NOTHING_TAUGHT);
}

/** How many drawings of a hand are read rightly, of twenty each. */
async function right(
  engine: Engine,
  hand: number,
  digits: readonly number[],
  seed: number,
): Promise<number> {
  const drawings = digits.flatMap((digit, label) =>
    drawn(hand, digit, 20, seed).map((strokes) => ({ image: imageOf(strokes), label })),
  );
  const images = Uint8Array.from(drawings.flatMap(({ image }) => [...image]));
  const runs = await engine.run({ width: 28, height: 28, count: drawings.length, images });
  return runs.filter(({ layers, potential }, n) => {
    const answer = readout(layers.at(-1)!.times, potential, false);
    return (answer.class ?? answer.guess) === drawings[n]!.label;
  }).length;
}

test('what one hand teaches is read in its own drawings and mostly in those of two others', async () => {
  const engine = await createCpuEngine({ threads: 1 });
  const read = { own: 0, others: 0 };
  for (let n = 0; n < TRAININGS; n++) {
    const random = createRandom(77, n);
    const drawnByLot = new Set<number>();
    while (drawnByLot.size < 3) drawnByLot.add(random.below(10));
    const [hand, digits] = [n % 3, [...drawnByLot]];
    const { train } = taughtSets(taughtBy(hand, digits, 1 + n), null);
    const { network, settings } = beginning(train, null);
    await engine.setNetwork(network);
    await engine.setData('train', train);
    await engine.configure(settings);
    await engine.train(1e6, () => undefined);
    for (const other of [0, 1, 2])
      read[other === hand ? 'own' : 'others'] += await right(engine, other, digits, 9000 + n);
  }
  await engine.dispose();
  expect(read.own / (TRAININGS * 60)).toBeGreaterThan(0.99);
  // 97.1 % without drawings as other hands make them.
  expect(read.others / (TRAININGS * 120)).toBeGreaterThan(0.98);
});
