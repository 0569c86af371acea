import { expect, test } from 'vitest';
import { course, shown, silence } from '../default-model.node';
import { figures as f } from './figures';

const asItIs = await course(f.image);
const [hidden, output] = asItIs.layers.map((trace) => trace.volley) as [
  typeof asItIs.input,
  typeof asItIs.input,
];
const { decisionTime, margin } = asItIs.answer;
const late = [...hidden.order].filter((i) => hidden.times[i]! > decisionTime!);

test('so many hidden spikes come after the decision', () => {
  expect([hidden.order.length, late.length]).toEqual([f.hiddenSpikes, f.late]);
  expect([late[0], late.at(-1)]).toEqual([f.firstLate.neuron, f.lastLate.neuron]);
  for (const { neuron, time } of [f.firstLate, f.lastLate, f.proposed, f.early])
    expect(shown(hidden.times[neuron]!)).toBe(time);
  expect(late).toContain(f.proposed.neuron);
  expect(late).not.toContain(f.early.neuron);
  expect([shown(decisionTime!), shown(margin!)]).toEqual([f.decision, f.lead]);
  expect(shown(output.times[f.second]!)).toBe(f.secondTime);
});

test.each(late)('without hidden %i the winner fires at the very same time', async (neuron) => {
  const { answer } = await course(f.image, [silence(neuron)]);
  expect([answer.class, answer.decisionTime]).toEqual([f.winner, decisionTime]);
});

test('the proposed one moves another output', async () => {
  const { times } = (await course(f.image, [silence(f.proposed.neuron)])).layers[1]!.volley;
  const { output: moved, before, after } = f.moved;
  expect([shown(output.times[moved]!), shown(times[moved]!)]).toEqual([before, after]);
  const moves = times.map((t, c) => Math.abs(t - output.times[c]!));
  expect(moves.indexOf(Math.max(...moves))).toBe(moved);
});

test('without one that comes before the decision the winner is later', async () => {
  const { answer } = await course(f.image, [silence(f.early.neuron)]);
  expect([answer.class, shown(answer.decisionTime!)]).toEqual([f.winner, f.early.decision]);
});

test('without all late ones the winner is where it was, and leads by more', async () => {
  const all = await course(
    f.image,
    late.map((neuron) => silence(neuron)),
  );
  expect([all.answer.class, all.answer.decisionTime]).toEqual([f.winner, decisionTime]);
  expect(shown(all.answer.margin!)).toBe(f.allLead);
  expect(shown(all.layers[1]!.volley.times[f.second]!)).toBe(f.allSecondTime);
});
