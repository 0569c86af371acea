import { expect, test } from 'vitest';
import { imageAt } from '../../../data/image-set';
import { makePoints } from '../../../data/points/make-points';
import { pointImage } from '../../../data/points/point';
import { DEFAULT_POINTS } from '../../../data/points/points-spec';
import { layerSizes, weightCount } from '../../../model/network';
import { removeNeuron } from '../../../model/reshape';
import { forward } from '../../../model/step';
import { engineWith, shippedNetwork } from '../testing.node';
import { figures } from './figures';

const { spec, weights } = shippedNetwork(figures.model);
const points = makePoints(DEFAULT_POINTS).test;
const at = (x: number, y: number, less?: number) => {
  const network = less === undefined ? { spec, weights } : removeNeuron(spec, weights, 1, less);
  return forward(network.spec, network.weights, pointImage({ x, y })).answer.class;
};

test('the network', () => {
  expect(layerSizes(spec)[1]).toBe(figures.hidden);
  expect(weightCount(spec)).toBe(figures.weights);
});

test('the point that the lesson begins with', () => {
  const { answer, layers } = forward(spec, weights, imageAt(points, 0));
  const order = [...layers.at(-1)!.volley.order];
  expect(points.labels[0]).toBe(figures.start.label);
  expect([answer.class, order[1]]).toEqual([figures.start.answer, figures.start.ahead]);
  expect(answer.decisionTime).toBeCloseTo(figures.start.time, 3);
  expect(answer.margin).toBeCloseTo(figures.start.lead, 3);
});

test('where "show me" puts the point', () => {
  const { above, line, close } = figures;
  expect(at(above.x, above.y)).toBe(above.answer);
  const { answer } = forward(spec, weights, pointImage(line));
  expect([0, 1]).toContain(answer.class);
  expect(answer.margin).toBeLessThan(close);
});

test('accuracy with all hidden neurons, and without each', async () => {
  const share = async (network: typeof less) => {
    const engine = await engineWith(network);
    await engine.setData('test', points);
    const { accuracy } = await engine.evaluate('test');
    await engine.dispose();
    return accuracy;
  };
  const less = { spec, weights };
  expect(await share(less)).toBe(figures.accuracy);
  const without = [];
  for (let j = 0; j < figures.hidden; j++)
    without.push(await share(removeNeuron(spec, weights, 1, j)));
  expect(without).toEqual(figures.without);
});

test('what of the plane is lost without which neuron', () => {
  const { leftIsland, upperHalf, lowerHalf } = figures;
  const places = [
    [0.25, 0.5],
    [0.75, 0.5],
    [0.5, 0.9],
    [0.15, 0.7],
    [0.5, 0.1],
  ] as const;
  const of = (less?: number) => places.map(([x, y]) => at(x, y, less));
  expect(of()).toEqual([2, 2, 1, 1, 0]);
  expect(of(leftIsland)).toEqual([0, 2, 1, 1, 0]);
  expect(of(upperHalf)).toEqual([2, 2, 2, 2, 0]);
  expect(of(lowerHalf)).toEqual([2, 2, 1, 1, 2]);
  // No other neuron does it.
  const others = [0, 1, 2, 3, 4].map((j) => at(0.5, 0.9, j));
  expect(others).toEqual([1, 1, 1, 1, 1]);
});
