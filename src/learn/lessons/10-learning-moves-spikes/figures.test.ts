import { expect, test } from 'vitest';
import { classCount, DEFAULT_NETWORK, layerSizes } from '../../../model/network';
import { DEFAULT_TRAINING } from '../../../model/training';
import { figures } from './figures';
import { mnist } from '../testing.node';
import { freshEngine, trained } from '../training.node';
import { timesOf } from './times.node';

const labels = async () => (await mnist('test')).labels;

test('the settings', () => {
  expect(layerSizes(DEFAULT_NETWORK)[1]).toBe(figures.hidden);
  expect(classCount(DEFAULT_NETWORK)).toBe(figures.classes);
  expect(DEFAULT_TRAINING).toMatchObject({ batch: figures.batch, epochs: figures.epochs });
});

test('new weights, and five steps', async () => {
  const engine = await freshEngine(DEFAULT_NETWORK);
  const tested = async () => {
    const { accuracy, spikesPerImage } = await engine.evaluate('test');
    return { accuracy, hiddenSpikes: Math.round(spikesPerImage.hidden[0]!) };
  };
  expect(figures.fresh).toMatchObject(await tested());
  const { lead, right, others } = timesOf(await engine.maps(await mnist('test')), await labels());
  expect(lead).toBeCloseTo(figures.fresh.lead, 3);
  expect(right).toBeCloseTo(figures.right.before, 3);
  expect(others).toBeCloseTo(figures.others.before, 3);
  const steps = [];
  for (let n = 0; n < 5; n++) steps.push(...(await trained(engine, 1)));
  expect(steps[0]!.accuracy).toBeCloseTo(figures.firstStep, 3);
  expect(steps[4]!.accuracy).toBeCloseTo(figures.fifthStep, 3);
  expect(await tested()).toEqual(figures.afterFive);
  await engine.dispose();
});
