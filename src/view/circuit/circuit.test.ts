import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until, type testSession } from '../../session/session.test-data';
import type { Derived } from '../scene/derive';
import type { View } from '../view';
import { testView } from '../view.test-data';
import { createCircuit, type Circuit } from './circuit';
import { pointOn } from './geometry';
import { hit } from './hit';
import { boxOf } from './layout';
import { stepTile } from './steps';
import { circuitCaption, neuronSentence } from './words';

const SIZE = { width: 800, height: 460, direction: 'across' } as const;

let session: ReturnType<typeof testSession>;
let derived: Derived;
let view: View;
let circuitOf: () => Circuit;
beforeEach(async () => {
  const made = testView();
  ({ session } = made);
  ({ view } = made);
  ({ derived } = view);
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  const make = createCircuit(derived);
  circuitOf = () => make(SIZE)!;
});
afterEach(() => session.dispose());

describe('the circuit of a session', () => {
  it('has the output that answers in focus, its causal tree at the end, and is the same until something changes', () => {
    const circuit = circuitOf();
    const { answer } = derived.scene();
    expect(circuit.focus).toEqual({ layer: 2, neuron: answer!.class });
    expect(circuit.end).toBe(answer!.decisionTime);
    expect(circuit.tree!.root).toEqual(circuit.focus);
    expect(circuit.layout.columns.map(({ kind }) => kind)).toEqual(['image', 'tiles', 'vessels']);
    expect(circuit.curves).toHaveLength(circuit.synapses.list.length);
    expect(circuitOf()).toBe(circuit);
    session.playback.hover({ layer: 1, neuron: 2 });
    session.playback.seek(0.3);
    expect(circuitOf()).toBe(circuit);
  });

  it('follows the selection: its neuron is in focus, and its own causes stay lit where it fired', () => {
    const run = derived.run()!;
    const fired = run.layers[1]!.times.findIndex((t) => t < Infinity);
    session.playback.select({ layer: 1, neuron: fired });
    const circuit = circuitOf();
    expect(circuit.focus).toEqual({ layer: 1, neuron: fired });
    expect(circuit.tree!.root).toEqual({ layer: 1, neuron: fired });
    session.playback.select({ layer: 0, neuron: 0 });
    expect(circuitOf().tree!.root.layer).toBe(2);
  });

  it('finds the neuron and the synapse under the pointer', () => {
    const circuit = circuitOf();
    const box = boxOf(circuit.layout, { layer: 1, neuron: 5 })!;
    expect(hit(circuit, { x: box.x + 2, y: box.y + 2 }, 5)).toEqual({
      kind: 'neuron',
      ref: { layer: 1, neuron: 5 },
    });
    const n = circuit.synapses.list.findIndex(({ layer }) => layer === 2);
    const at = pointOn(circuit.curves[n]!, 0.4);
    expect(hit(circuit, at, 5)).toEqual({ kind: 'synapse', synapse: expect.anything() });
    const found = hit(circuit, at, 0.5);
    expect(found?.kind === 'synapse' && found.synapse.layer).toBe(2);
    expect(hit(circuit, { x: 2, y: 2 }, 5)).toBeNull();
  });

  it('leads from tile to tile by arrow keys, and back', () => {
    const { layout } = circuitOf();
    const output = { layer: 2, neuron: 1 };
    expect(stepTile(layout, output, 'ArrowUp')).toEqual({ layer: 2, neuron: 0 });
    expect(stepTile(layout, output, 'ArrowDown')).toEqual({ layer: 2, neuron: 2 });
    const hidden = stepTile(layout, output, 'ArrowLeft')!;
    expect(hidden.layer).toBe(1);
    expect(stepTile(layout, hidden, 'ArrowRight')!.layer).toBe(2);
    expect(stepTile(layout, { layer: 2, neuron: 2 }, 'ArrowDown')?.layer).not.toBe(2);
    expect(stepTile(layout, null, 'ArrowDown')).toEqual({ layer: 0, neuron: 0 });
  });

  it('says what of it is drawn and what is selected', () => {
    const circuit = circuitOf();
    expect(circuitCaption(circuit)).toMatch(
      /^\d+ of 804 synapses: from a weight of 0\.\d+ on\. A pulse is on its way for 0\.05;/,
    );
    expect(neuronSentence(view, circuit.focus)).toMatch(/^output \d fires at \d\.\d{3}, 1st/);
    expect(neuronSentence(view, null)).toMatch(/^No neuron is selected/);
    session.playback.seek(0.5 * circuit.end);
    expect(neuronSentence(view, circuit.focus)).toMatch(
      /^output \d has not fired: its potential is −?\d+ % of the threshold$/,
    );
  });
});
