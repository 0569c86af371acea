import { describe, expect, it } from 'vitest';
import { layerPlans, patchElement, patchNeuron, positionOf, weightRow } from '../../model/layers';
import { parseNetwork } from '../../model/validate';
import { until } from '../../session/session.test-data';
import { testView } from '../../view/view.test-data';
import { contributionsOf } from '../../view/tables/neuron-csv';
import { spikesCsv } from '../../view/tables/spikes-csv';
import { fieldState } from '../kit/draw/field-state';
import { layerName, mapPlace, neuronName, shortName } from '../../view/words/names';
import { ask, keep, keptWeights, undoEdit } from '../../view/what-if/what-if';

const SPEC = parseNetwork({
  input: { width: 8, height: 8 },
  convolutions: [
    { channels: 3, kernel: 3, stride: 1 },
    { channels: 2, kernel: 2, stride: 2 },
  ],
  layers: [6, 3],
});

async function open() {
  const { session, view } = testView();
  await session.ready;
  await until(() => session.data.store.getState().test.set !== null);
  await session.network.start(SPEC, { seed: 2 });
  session.stimulus.show('test', 0);
  await until(() => view.derived.run() !== null && !view.derived.base().blank);
  return { session, view, derived: view.derived };
}

/** The first neuron of a layer that fires. */
function firing({ derived }: Awaited<ReturnType<typeof open>>, layer: number) {
  return { layer, neuron: derived.volleys()![layer]!.order[0]! };
}

describe('names', () => {
  it('say map and place', () => {
    const ref = { layer: 1, neuron: (4 * 6 + 5) * 3 + 2 };
    expect(mapPlace(SPEC, ref)).toEqual({ x: 5, y: 4, channel: 2 });
    expect(neuronName(SPEC, ref)).toBe('conv 1 channel 2 at x 5, y 4');
    expect(shortName(SPEC, ref)).toBe('x5 y4 c2');
    expect([0, 1, 2, 3, 4].map((layer) => layerName(SPEC, layer))).toEqual([
      'input',
      'conv 1',
      'conv 2',
      'hidden',
      'output',
    ]);
    expect(neuronName(SPEC, { layer: 3, neuron: 4 })).toBe('hidden 4');
  });
});

describe('a convolution on the page', () => {
  it('is explained: its contributions add up to the threshold, in every layer before', async () => {
    const page = await open();
    for (const layer of [1, 2, 3]) {
      const ref = firing(page, layer);
      const explanation = page.derived.explanation(ref)!;
      expect(explanation.contributions.reduce((sum, c) => sum + c.adds, 0)).toBeCloseTo(1, 5);
      for (const part of page.derived.causes(ref)!.parts)
        expect(part.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 5);
    }
    await page.session.dispose();
  });

  it('shows its patch: the shared weights alone, in their place, and the pixels behind', async () => {
    const page = await open();
    const { session, view, derived } = page;
    const ref = firing(page, 2);
    const plan = layerPlans(SPEC)[1]!;
    const { weights } = derived.base();
    const kernel = fieldState(view, ref, 'kernel', 100, 100)!;
    const row = weightRow(plan, ref.neuron);
    expect([...(kernel.values as Float32Array)]).toEqual([
      ...weights![1]!.subarray(row, row + plan.inputs),
    ]);
    const patch = fieldState(view, ref, 'incoming', 100, 100)!;
    for (let i = 0; i < plan.before; i++) {
      const element = patchElement(plan, positionOf(plan, ref.neuron), i);
      expect(patch.values[i]).toBe(element < 0 ? 0 : weights![1]![row + element]);
    }
    const causes = fieldState(view, ref, 'pixels', 100, 100)!;
    const { x, y, columns, rows } = causes.frame!;
    for (let i = 0; i < 64; i++) {
      const inside = i % 8 >= x && i % 8 < x + columns && i >> 3 >= y && i >> 3 < y + rows;
      if (!inside) expect(causes.values[i]).toBe(0);
    }
    // An input reaches only the positions whose patch it lies in.
    const out = fieldState(view, { layer: 0, neuron: 0 }, 'outgoing', 100, 100)!;
    expect([...(out.values as Float32Array)].filter((w) => w !== 0)).toHaveLength(3);
    await session.dispose();
  });

  it('takes an edit of a shared weight as one, whichever neuron it is made at', async () => {
    const page = await open();
    const { session, view, derived } = page;
    const plan = layerPlans(SPEC)[0]!;
    const edit = (position: number, value: number) =>
      ask(view, {
        kind: 'weight',
        layer: 1,
        postsynaptic: position * 3 + 1,
        presynaptic: patchNeuron(plan, position, 4),
        value,
      });
    edit(0, 0.5);
    edit(9, 0.75);
    const { weights } = derived.scene();
    const base = derived.base().weights!;
    const changed = [...weights![0]!].flatMap((w, i) => (w === base[0]![i] ? [] : [[i, w]]));
    expect(changed).toEqual([[plan.inputs + 4, 0.75]]);
    const { edits } = view.store.getState();
    expect(keptWeights(SPEC, base, edits)).toEqual([...weights!].map((w) => Float32Array.from(w)));
    undoEdit(view);
    expect(derived.scene().weights![0]![plan.inputs + 4]).toBe(0.5);
    await session.dispose();
  });

  it('cannot keep one silenced neuron of those that share weights, and says so', async () => {
    const page = await open();
    const { session, view, derived } = page;
    const before = derived.base().weights!;
    const ref = firing(page, 1);
    ask(view, { kind: 'silence', ...ref });
    expect(derived.scene().run!.layers[1]!.times[ref.neuron]).toBe(Infinity);
    ask(view, { kind: 'threshold', value: 0.9 });
    await keep(view);
    const { spec, weights } = session.network.store.getState();
    expect(spec.threshold).toBe(0.9);
    expect(spec.convolutions).toEqual(SPEC.convolutions);
    expect(weights).toEqual(before);
    const told = session.messages.store.getState().messages.map(({ text }) => text);
    expect(told.join()).toContain('all positions share their weights');
    await session.dispose();
  });

  it('writes map and place into its tables', async () => {
    const page = await open();
    const ref = firing(page, 2);
    const [head, first] = contributionsOf(page.view, ref).split('\r\n');
    expect(head).toMatch(/,x,y,channel$/);
    const neuron = page.derived.explanation(ref)!.contributions[0]!.presynaptic;
    const { x, y, channel } = mapPlace(SPEC, { layer: 1, neuron })!;
    expect(first).toMatch(new RegExp(`,${x},${y},${channel}$`));
    const lines = spikesCsv(page.view).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 64 + 6 * 6 * 3 + 3 * 3 * 2 + 6 + 3);
    expect(lines[1 + 64 + 4]).toMatch(/^conv 1,4,"conv 1 channel 1 at x 1, y 0",.*,1,0,1$/);
    await page.session.dispose();
  });
});
