import { expect, test } from 'vitest';
import { course, outcomes, shown, silence, testImage, why } from '../default-model.node';
import { figures as f } from './figures';

const asItIs = await course(f.image);
const [hidden, output] = asItIs.layers.map((trace) => trace.volley) as [
  typeof asItIs.input,
  typeof asItIs.input,
];

test('it is misread by a hair', async () => {
  expect((await testImage(f.image)).label).toBe(f.label);
  const { class: answer, decisionTime, margin } = asItIs.answer;
  expect([answer, shown(decisionTime!), shown(margin!)]).toEqual([f.misreadAs, f.decision, f.lead]);
  expect([output.order[1], shown(output.times[f.label]!)]).toEqual([f.label, f.rightTime]);
});

test('these alone, each silenced by itself, make it right', async () => {
  expect(hidden.order).toHaveLength(f.hiddenSpikes);
  const cures: { neuron: number; lead: number; decision: number }[] = [];
  for (const neuron of hidden.order) {
    const { answer } = await course(f.image, [silence(neuron)]);
    if (answer.class !== f.label) continue;
    cures.push({ neuron, lead: shown(answer.margin!), decision: shown(answer.decisionTime!) });
  }
  expect(new Set(cures.map((c) => c.neuron))).toEqual(new Set(f.cures));
  const { neuron, lead, decision } = f.best;
  expect(cures.toSorted((a, b) => b.lead - a.lead)[0]).toEqual({ neuron, lead, decision });
});

test('they add that to the right and the wrong output', () => {
  const shares = (neuron: number) =>
    [f.misreadAs, f.label].map((c) =>
      shown(why(asItIs, 2, c).contributions.find((s) => s.presynaptic === neuron)!.adds),
    );
  expect(shares(f.best.neuron)).toEqual([f.best.toWrong, f.best.toRight]);
  expect(shown(hidden.times[f.best.neuron]!)).toBe(f.best.time);
  expect(shares(f.top.neuron)).toEqual([f.top.toWrong, f.top.toRight]);
  const { contributions } = why(asItIs, 2, f.misreadAs);
  expect(contributions.toSorted((a, b) => b.adds - a.adds)[0]!.presynaptic).toBe(f.top.neuron);
  expect(f.cures as readonly number[]).not.toContain(f.top.neuron);
});

test('so many of the close ones are misread', async () => {
  const all = await outcomes();
  expect(all).toHaveLength(f.images);
  const close = all.filter((o) => o.margin !== null && o.margin < f.close);
  expect(close).toHaveLength(f.closeImages);
  expect(close.filter((o) => o.class !== o.label)).toHaveLength(f.closeMisread);
});
