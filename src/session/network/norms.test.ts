import { describe, expect, it } from 'vitest';
import { imageAt } from '../../data/image-set';
import { DEFAULT_TRAINING } from '../../model/training';
import { backward, forward } from '../../model/step';
import { extendNorms, measureNorms, norm, probeCount } from './norms';
import { shapes, smallNetwork, SPEC, testSession, until } from '../session.test-data';

describe('norms', () => {
  it('are those of the reference step, averaged over the probe images', async () => {
    const network = smallNetwork();
    const set = shapes(3, 5);
    const settings = { ...DEFAULT_TRAINING, loss: 'cross-entropy' as const };
    const point = await measureNorms(network, 7, set, settings, () => false);
    const errors = [0, 0];
    for (let n = 0; n < 3; n++) {
      const pass = forward(SPEC, network.weights, imageAt(set, n));
      const { deltas } = backward(SPEC, network.weights, pass, set.labels[n]!, settings);
      errors.forEach((_, l) => (errors[l]! += Math.hypot(...deltas[l + 1]!) / 3));
    }
    expect(point!.step).toBe(7);
    expect(point!.weights[0]).toBeCloseTo(Math.hypot(...network.weights[0]!), 9);
    point!.errors.forEach((value, l) => expect(value).toBeCloseTo(errors[l]!, 12));
    expect(errors[0]).toBeGreaterThan(0);
    expect(await measureNorms(network, 7, set, settings, () => true)).toBeNull();
  });

  it('are measured on few images of a large network', () => {
    expect(norm([3, 4])).toBe(5);
    expect(probeCount(SPEC, 1000)).toBe(16);
    expect(probeCount(SPEC, 10)).toBe(10);
    expect(probeCount({ ...SPEC, layers: [1024, 1024, 3] }, 1000)).toBe(4);
  });

  it('keep the newest point, thin the others out, and drop what an undo has taken back', () => {
    const at = (step: number) => ({ step, weights: [1], errors: [1] });
    let points = [at(0)];
    for (let step = 1; step <= 9; step++) points = extendNorms(points, at(step), 6);
    expect(points.length).toBeLessThanOrEqual(6);
    expect(points.at(-1)!.step).toBe(9);
    expect(points.map((p) => p.step)).toEqual(points.map((p) => p.step).toSorted((a, b) => a - b));
    expect(extendNorms([at(1), at(5), at(8)], at(5)).map((p) => p.step)).toEqual([1, 5]);
  });

  it('are there while a session trains, and gone after a reset', async () => {
    const session = testSession();
    await session.ready;
    await until(() => session.data.store.getState().train.status === 'ready');
    await session.training.step();
    await until(() => session.training.store.getState().norms.length > 0);
    const [point] = session.training.store.getState().norms;
    expect(point!.weights).toHaveLength(2);
    await session.training.reset();
    expect(session.training.store.getState().norms).toEqual([]);
  });
});
