import { describe, expect, it } from 'vitest';
import type { StepReport } from '../../engine/engine';
import type { Readout } from '../../model/readout';
import {
  comparesLooks,
  countSet,
  followAccuracy,
  NO_BREAKPOINTS,
  passesAccuracy,
  passesSilent,
  silentShares,
  watchesSteps,
  type Breakpoints,
  type Look,
} from './breakpoints';
import { SPEC, testSession, until } from '../session.test-data';

const set = (patch: Partial<Breakpoints>): Breakpoints => ({ ...NO_BREAKPOINTS, ...patch });
const answers = (c: number | null): Readout => ({
  class: c,
  decisionTime: c === null ? null : 1,
  margin: null,
  tie: false,
  guess: null,
});

describe('the checks', () => {
  it('hits an accuracy where it is passed from below, not while it lies above', () => {
    const at90 = set({ accuracy: { on: true, of: 'test', share: 0.9 } });
    expect(passesAccuracy(at90, 'test', 0.85, 0.9, 7)).toMatchObject({ kind: 'accuracy', step: 7 });
    expect(passesAccuracy(at90, 'test', null, 0.95, 7)?.text).toBe(
      'the test accuracy has reached 95 % (breakpoint: 90 %)',
    );
    expect(passesAccuracy(at90, 'test', 0.91, 0.95, 7)).toBeNull();
    expect(passesAccuracy(at90, 'test', 0.8, 0.899, 7)).toBeNull();
    expect(passesAccuracy(at90, 'training', 0.8, 0.95, 7)).toBeNull();
    expect(passesAccuracy(NO_BREAKPOINTS, 'test', 0.8, 0.99, 7)).toBeNull();
  });

  it('hits a silent share of the layer asked for; any layer means the hidden ones', () => {
    const spec = { ...SPEC, layers: [10, 20, 4] };
    const shares = silentShares(spec, [30, 4, 15, 1]);
    expect(shares).toEqual([0.6, 0.25, 0.75]);
    const any = set({ silent: { on: true, layer: null, share: 0.5 } });
    expect(passesSilent(any, spec, null, shares, 3)?.text).toMatch(/^60 % of hidden layer 1 stays/);
    expect(passesSilent(any, spec, [0.55, 0, 0], shares, 3)).toBeNull();
    expect(passesSilent(any, spec, null, [0.5, 0.5, 0.9], 3)).toBeNull();
    const output = set({ silent: { on: true, layer: 3, share: 0.7 } });
    expect(passesSilent(output, spec, null, shares, 3)?.text).toMatch(/^75 % of the output layer/);
  });

  it('sees a sample flip, but not another image', () => {
    const image = new Uint8Array(64);
    const look = (c: number | null, other = image): Look => ({
      image: other,
      answer: answers(c),
      selected: null,
      alive: null,
    });
    const flip = set({ flip: { on: true } });
    expect(watchesSteps(flip)).toBe(true);
    expect(comparesLooks(flip, SPEC, look(1), look(2), 5)).toEqual({
      kind: 'flip',
      step: 5,
      text: 'the answer to this image flipped from 1 to 2',
    });
    expect(comparesLooks(flip, SPEC, look(1), look(null), 5)?.text).toMatch(/to no output spike$/);
    expect(comparesLooks(flip, SPEC, look(1), look(1), 5)).toBeNull();
    expect(comparesLooks(flip, SPEC, look(1), look(2, new Uint8Array(64)), 5)).toBeNull();
    expect(comparesLooks(flip, SPEC, null, look(2), 5)).toBeNull();
  });

  it('sees a neuron fall silent, on this image or on all probe images', () => {
    const image = new Uint8Array(64);
    const look = (time: number, alive: number[]): Look => ({
      image,
      answer: answers(0),
      selected: { ref: { layer: 1, neuron: 4 }, time },
      alive: [Uint8Array.from(alive)],
    });
    const selected = set({ neuron: { on: true, which: 'selected' } });
    expect(comparesLooks(selected, SPEC, look(0.7, []), look(Infinity, []), 2)?.text).toBe(
      'neuron 4 of hidden layer 1 has fallen silent on this image',
    );
    expect(comparesLooks(selected, SPEC, look(Infinity, []), look(Infinity, []), 2)).toBeNull();
    const any = set({ neuron: { on: true, which: 'any' } });
    expect(comparesLooks(any, SPEC, look(0, [1, 1, 0]), look(0, [1, 0, 0]), 2)).toMatchObject({
      kind: 'neuron',
      text: 'neuron 1 of hidden layer 1 has fallen silent on all 100 probe images',
    });
    expect(comparesLooks(any, SPEC, look(0, [1, 0]), look(0, [1, 0]), 2)).toBeNull();
    expect(comparesLooks(any, SPEC, look(0, [1, 0]), look(0, [1, 1]), 2)).toBeNull();
  });

  it('follows the training accuracy over many batches', () => {
    const report = { accuracy: 1, steps: 1 } as StepReport;
    expect(followAccuracy(null, report, 64)).toBe(1);
    expect(followAccuracy(0.5, report, 200)).toBeCloseTo(0.55, 12);
    expect(followAccuracy(0.5, { ...report, steps: 100 }, 200)).toBe(1);
  });

  it('counts what is set', () => {
    expect(countSet(NO_BREAKPOINTS)).toBe(0);
    expect(countSet(set({ flip: { on: true }, neuron: { on: true, which: 'any' } }))).toBe(2);
  });
});

async function started() {
  let time = 0;
  // Time goes on, so that evaluations come due.
  const session = testSession({ now: () => (time += 200) });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await session.training.reset();
  await session.training.configure({ epochs: 60, batch: 12, learningRate: 5e-3 });
  const { breakpoints, store } = session.training;
  const put = (patch: Partial<Breakpoints>) => breakpoints.setState({ breakpoints: set(patch) });
  return { session, put, store, hit: () => breakpoints.getState().hit };
}

describe('a run', () => {
  it('stops at the accuracy asked for, and goes on past it', async () => {
    const { session, put, store, hit } = await started();
    put({ accuracy: { on: true, of: 'test', share: 0.6 } });
    await session.training.run();
    expect(store.getState()).toMatchObject({ status: 'paused', end: 'stopped' });
    expect(hit()).toMatchObject({ kind: 'accuracy', step: store.getState().step });
    expect(store.getState().testAccuracy).toBeGreaterThanOrEqual(0.6);
    const { step } = store.getState();
    await session.training.run();
    expect(store.getState().step).toBeGreaterThan(step);
    expect(store.getState().status).toBe('finished');
    expect(hit()).toBeNull();
  });

  it('stops at the very step at which the image on the page flips', async () => {
    const { session, put, store, hit } = await started();
    const answer = () => session.spikes.store.getState().answer!.class;
    const { image } = session.stimulus.store.getState();
    const before = answer();
    put({ flip: { on: true } });
    await session.training.run();
    expect(hit()?.kind).toBe('flip');
    expect(hit()!.step).toBe(store.getState().step);
    expect(session.stimulus.store.getState().image).toBe(image);
    expect(answer()).not.toBe(before);
    // One step earlier it had not flipped: the same run without a breakpoint shows it.
    const { step } = store.getState();
    put({});
    await session.training.reset();
    for (let n = 1; n < step; n++) await session.training.step();
    expect(answer()).toBe(before);
    await session.training.step();
    expect(answer()).not.toBe(before);
  });

  it('stops when the silent share of a layer passes, and when a neuron falls silent', async () => {
    const { session, put, store, hit } = await started();
    // Far too large a rate silences neurons.
    await session.training.configure({ learningRate: 0.1 });
    put({ silent: { on: true, layer: 1, share: 0.05 } });
    await session.training.run();
    expect(hit()?.kind).toBe('silent');
    expect(store.getState().status).toBe('paused');
    await session.training.reset();
    put({ neuron: { on: true, which: 'any' } });
    await session.training.run();
    expect(hit()).toMatchObject({ kind: 'neuron', step: store.getState().step });
    await session.training.reset();
    expect(hit()).toBeNull();
  });
});
