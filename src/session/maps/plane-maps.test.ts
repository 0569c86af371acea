import { expect, test } from 'vitest';
import { PLANE_SIDE, planeImages, planePlace } from '../../data/points/plane-grid';
import { imageAt } from '../../data/image-set';
import { pointOf } from '../../data/points/point';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { createReferenceEngine } from '../../engine/reference/reference';
import { forward } from '../../model/step';
import { testSession, until } from '../session.test-data';

const POINTS = { ...DEFAULT_POINTS, count: 64, testCount: 20 };

test('the maps of a network are what each place of the plane gives by itself, and follow its weights', async () => {
  let calls = 0;
  const session = testSession({
    startEngine() {
      const engine = createReferenceEngine();
      const maps: typeof engine.maps = (...args) => {
        calls++;
        return engine.maps(...args);
      };
      return Promise.resolve({ engine: { ...engine, maps }, reason: 'for a test' });
    },
  });
  await session.ready;
  const { store, watch } = session.maps;
  const stop = watch();
  // A network of images has none.
  expect(store.getState().maps).toBe(null);
  await session.data.loadPoints(POINTS);
  await until(() => store.getState().maps !== null);
  /** Whether places all over the plane have the times that the weights on the page give there, to the bit. */
  const isTrue = () => {
    const { spec, layers } = store.getState().maps!;
    const { weights } = session.network.store.getState();
    expect(layers.map((times) => times.length)).toEqual([5, 12, 3].map((n) => n * PLANE_SIDE ** 2));
    return [0, 63, 64, 2080, PLANE_SIDE ** 2 - 1].every((place) =>
      forward(spec, weights!, imageAt(planeImages(), place)).layers.every(({ volley }, l) =>
        Float32Array.from(volley.times).every(
          (time, j) => time === layers[l + 1]![j * PLANE_SIDE ** 2 + place],
        ),
      ),
    );
  };
  await until(isTrue);
  await session.training.step();
  expect(isTrue()).toBe(false);
  await until(isTrue);

  // Nobody looks: nothing is asked.
  stop();
  stop();
  const before = calls;
  await session.training.step();
  await until(() => session.training.store.getState().step === 2);
  expect([calls, isTrue()]).toEqual([before, false]);

  const again = watch();
  await until(isTrue);
  await session.network.undo();
  await until(() => store.getState().maps === null);
  again();
  await session.dispose();
}, 20_000);

test('places go row by row from the top left, and the corners are the corners of the plane', () => {
  expect([0, 63, 64 * 63, 64 * 64 - 1].map(planePlace)).toEqual([
    { x: 0, y: 1 },
    { x: 1, y: 1 },
    { x: 0, y: 0 },
    { x: 1, y: 0 },
  ]);
  const { x, y } = pointOf(imageAt(planeImages(), 130));
  expect(x).toBeCloseTo(2 / 63, 2);
  expect(y).toBeCloseTo(1 - 2 / 63, 2);
});
