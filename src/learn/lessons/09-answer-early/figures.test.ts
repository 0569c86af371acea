import { expect, test } from 'vitest';
import { imageAt } from '../../../data/image-set';
import { forcedAnswer } from '../../../model/explain-forced';
import { forward } from '../../../model/step';
import { curveAt, forcedTimes } from '../../../session/background/forced';
import { engineWith, mnist, shippedNetwork } from '../testing.node';
import { figures } from './figures';

const network = shippedNetwork('784-128-10');

test('right answers by the time they are forced at, as the page works them out', async () => {
  const engine = await engineWith(network);
  await engine.setData('test', await mnist('test'));
  const { decisionTimes, decisionTime, accuracy } = await engine.evaluate('test');
  const times = forcedTimes(decisionTimes, 2 * network.spec.deadline);
  const curve = { times, ...(await engine.evaluateForced('test', times)) };
  await engine.dispose();
  for (const { time, right, spiked } of [...figures.at, figures.patient]) {
    const { accuracy: share, answered } = curveAt(curve, time);
    expect(share, `right at ${time}`).toBeCloseTo(right, 3);
    expect(answered, `by a spike at ${time}`).toBeCloseTo(spiked, 3);
  }
  const { goal, waiting } = figures;
  expect(curveAt(curve, goal.time).accuracy).toBeGreaterThanOrEqual(goal.right);
  expect(curveAt(curve, goal.time - 0.01).accuracy).toBeLessThan(goal.right);
  expect(curveAt(curve, goal.time).answered).toBeCloseTo(goal.spiked, 3);
  expect(accuracy).toBe(waiting.right);
  expect(decisionTime).toBeCloseTo(waiting.time, 3);
});

test('the first image', async () => {
  const { answer, early, time } = figures.first;
  const pass = forward(network.spec, network.weights, imageAt(await mnist('test'), 0));
  expect(pass.answer.class).toBe(answer);
  expect(pass.answer.decisionTime).toBeCloseTo(time, 3);
  const volleys = [pass.input, ...pass.layers.map(({ volley }) => volley)];
  const forced = forcedAnswer(network.spec, network.weights, volleys, early.time);
  expect([forced.class, forced.by]).toEqual([early.answer, 'potential']);
  expect(forced.potential[early.answer]).toBeCloseTo(early.share, 2);
});
