import { afterEach, describe, expect, it } from 'vitest';
import { pointImage, pointOf } from '../../data/points/point';
import { parseNetwork } from '../../model/validate';
import { readout } from '../../model/readout';
import { langStore } from '../../words/lang/lang';
import { until } from '../../session/session.test-data';
import type { View } from '../view';
import { testView } from '../view.test-data';
import { decisionSentence, saidDecision } from './decision-sentence';

const IMAGES = parseNetwork({ input: { width: 2, height: 2 }, layers: [3, 4] });
const SAID = { label: null, changed: false };

/** A scene of 3 of 4 inputs and 1 of 3 hidden neurons that spike. */
function scene(outputs: number[], potential: number[] = [0, 0, 0, 0], spec = IMAGES) {
  const layer = (times: number[]) => ({
    times: Float32Array.from(times),
    multiplicity: new Float32Array(times.length),
  });
  const output = layer(outputs);
  const layers = [layer([0, 0.5, Infinity, 0.25]), layer([Infinity, 0.6, Infinity]), output];
  return {
    run: { layers, potential: Float32Array.from(potential) },
    answer: readout(output.times, potential, false),
    blank: false,
    spec,
  };
}

const NONE = [Infinity, Infinity, Infinity, Infinity];
const COUNTS = '; 3 of 4 inputs and 1 of 3 hidden neurons spiked.';

afterEach(() => langStore.setState({ lang: 'en' }));

describe('decisionSentence', () => {
  it('says who answers, when, how far ahead of whom, and how many spiked', () => {
    expect(decisionSentence(scene([2, Infinity, 0.75, 1]), SAID)).toBe(
      `2 is the answer: its output fired first, at 0.750, 0.250 ahead of 3${COUNTS}`,
    );
  });

  it('says of a sample whether that is right, and what it should be', () => {
    const of = (label: number) => decisionSentence(scene([2, 1.5, 0.75, 1]), { ...SAID, label });
    expect(of(2)).toMatch(/^2 is the answer, which is right: its output fired first/);
    expect(of(3)).toMatch(/^2 is the answer, but should be 3: its output fired first/);
  });

  it('says that it is with what was changed', () => {
    const changed = { ...SAID, changed: true };
    expect(decisionSentence(scene([2, 1.5, 0.75, 1]), changed)).toMatch(
      /^With what you changed, 2 is the answer: /,
    );
    expect(decisionSentence(scene(NONE, [0, 0, 0.5, 0]), changed)).toMatch(
      /^With what you changed, no output fired by the deadline/,
    );
  });

  it('names everyone of a tie, and says that nobody else fired', () => {
    expect(decisionSentence(scene([2, 1, 1, 1]), SAID)).toBe(
      `1 is the answer: its output fired first, at 1.000, in a tie with 2 and 3, where the lowest class answers${COUNTS}`,
    );
    expect(decisionSentence(scene([Infinity, Infinity, 1, Infinity]), SAID)).toBe(
      `2 is the answer: its output fired first, at 1.000, and no other output fired${COUNTS}`,
    );
  });

  it('says what is guessed where no output fires, and that there is nothing to guess from', () => {
    expect(decisionSentence(scene(NONE, [0.1, 0, 0.82, 0]), SAID)).toMatch(
      /^No output fired by the deadline, \d+: the guess is 2, whose potential is highest, 0\.82 of the threshold; 3 of 4/,
    );
    const guessless = scene(NONE);
    guessless.answer = { ...guessless.answer, guess: null };
    expect(decisionSentence(guessless, SAID)).toMatch(
      /^No output fired by the deadline, \d+; 3 of 4 inputs/,
    );
  });

  it('asks for ink or a point where there is none, and for patience before the first run', () => {
    const blank = { ...scene(NONE), blank: true };
    expect(decisionSentence(blank, SAID)).toMatch(/draw a digit/);
    const points = parseNetwork({ input: { width: 5, height: 1 }, layers: [3, 3] });
    expect(decisionSentence({ ...blank, spec: points }, SAID)).toMatch(/set a point\.$/);
    expect(decisionSentence({ ...blank, run: null }, SAID)).toBe('The network is on its way.');
  });

  it('counts patches, and each of several hidden layers', () => {
    const packed = parseNetwork({
      input: { width: 4, height: 4 },
      coding: { kernel: 2 },
      layers: [3, 4],
    });
    expect(decisionSentence(scene([1, 2, 3, 4], undefined, packed), SAID)).toContain(
      '3 of 4 patches and',
    );
    const deep = parseNetwork({ input: { width: 2, height: 2 }, layers: [3, 3, 4] });
    const run = scene([1, 2, 3, 4], undefined, deep);
    run.run.layers.splice(1, 0, run.run.layers[1]!);
    expect(decisionSentence(run, SAID)).toContain(
      '; 3 of 4 inputs, 1 of 3 neurons of hidden 1 and 1 of 3 neurons of hidden 2 spiked.',
    );
  });

  it('is German where the page is', () => {
    langStore.setState({ lang: 'de' });
    expect(decisionSentence(scene([2, Infinity, 0.75, 1]), { label: 2, changed: false })).toBe(
      '2 ist die Antwort, und das stimmt: ihr Ausgang feuerte zuerst, bei 0.750, um 0.250 vor der 3; ' +
        'es feuerten 3 von 4 Eingängen und 1 von 3 verborgenen Neuronen.',
    );
  });
});

describe('saidDecision', () => {
  it('speaks of the sample on show, of a drawing, and of what was changed', async () => {
    const { session, view } = testView();
    await session.ready;
    await until(() => view.derived.times().length > 0);
    const { sample } = session.stimulus.store.getState();
    const { answer } = view.derived.told();
    const verdict =
      answer!.class === sample!.label ? ', which is right:' : `, but should be ${sample!.label}:`;
    expect(saidDecision(view)).toContain(`${answer!.class} is the answer${verdict}`);
    view.store.setState({ edits: [{ kind: 'silence', layer: 0, neuron: 0 }] });
    expect(saidDecision(view)).toMatch(/^With what you changed, /);
    view.store.setState({ edits: [] });
    session.stimulus.clear();
    await until(() => view.derived.told().blank);
    expect(saidDecision(view)).toBe(
      'No input spike, hence no answer: draw a digit, for paper never spikes.',
    );
  });

  it('says of a point where it is', () => {
    const points = parseNetwork({ input: { width: 5, height: 1 }, layers: [3, 4] });
    const image = pointImage({ x: 0.25, y: 0.75 });
    const state = { kind: 'drawing' as const, sample: null, image };
    const view = {
      session: { stimulus: { store: { getState: () => state } } },
      derived: { told: () => scene([1, 2, 3, 4], undefined, points), whatIf: () => null },
    } as unknown as View;
    const { x, y } = pointOf(image);
    expect(saidDecision(view)).toMatch(
      new RegExp(`^At x ${x.toFixed(3)}, y ${y.toFixed(3)}: 0 is the answer: its output`),
    );
  });
});
