import { expect, test } from 'vitest';
import { course, shown, silence } from '../default-model.node';
import { figures as f } from './figures';

const { input, layers, answer } = await course(f.image);
const [hidden, output] = layers.map((trace) => trace.volley) as [typeof input, typeof input];

test('the outputs fire in this order, then', () => {
  const places = [f.winner, f.second, f.third];
  expect([...output.order].slice(0, 3)).toEqual(places);
  expect(places.map((c) => shown(output.times[c]!))).toEqual([
    f.decision,
    f.secondTime,
    f.thirdTime,
  ]);
  expect(answer.class).toBe(f.winner);
  expect(shown(answer.margin!)).toBe(f.lead);
});

test('every output fires, the last long after the decision', () => {
  expect(output.order).toHaveLength(10);
  expect(output.order.at(-1)).toBe(f.last);
  expect(shown(output.times[f.last]!)).toBe(f.lastTime);
});

test('so many spikes come before the decision', () => {
  const before = ({ times }: typeof input) => times.filter((t) => t < answer.decisionTime!).length;
  expect([input.order.length, before(input)]).toEqual([f.inputSpikes, f.inputBefore]);
  expect([hidden.order.length, before(hidden)]).toEqual([f.hiddenSpikes, f.hiddenBefore]);
});

test('were the winner mute, the second would answer at its own time', async () => {
  const mute = await course(f.image, [silence(f.winner, 2)]);
  expect(mute.answer.class).toBe(f.second);
  expect(shown(mute.answer.decisionTime!)).toBe(f.secondTime);
  expect(shown(mute.answer.margin!)).toBe(f.muteLead);
});
