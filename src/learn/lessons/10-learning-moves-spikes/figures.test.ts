import { expect, test } from 'vitest';
import { classCount, DEFAULT_NETWORK, layerSizes } from '../../../model/network';
import { DEFAULT_TRAINING } from '../../../model/training';
import { FIGURES } from './figures';
import { freshEngine, trained } from '../training.node';

test('the settings', () => {
  expect(layerSizes(DEFAULT_NETWORK)[1]).toBe(FIGURES.hidden);
  expect(classCount(DEFAULT_NETWORK)).toBe(FIGURES.classes);
  expect(DEFAULT_TRAINING).toMatchObject({ batch: FIGURES.batch, epochs: FIGURES.epochs });
});

test('new weights, and five steps', async () => {
  const engine = await freshEngine(DEFAULT_NETWORK);
  const tested = async () => {
    const { accuracy, spikesPerImage } = await engine.evaluate('test');
    return { accuracy, hiddenSpikes: Math.round(spikesPerImage.hidden[0]!) };
  };
  expect(await tested()).toEqual(FIGURES.fresh);
  const steps = [];
  for (let n = 0; n < 5; n++) steps.push(...(await trained(engine, 1)));
  expect(steps[0]!.accuracy).toBeCloseTo(FIGURES.firstStep, 3);
  expect(steps[4]!.accuracy).toBeCloseTo(FIGURES.fifthStep, 3);
  expect(await tested()).toEqual(FIGURES.afterFive);
  await engine.dispose();
});
