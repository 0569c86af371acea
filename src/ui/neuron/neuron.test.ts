import { describe, expect, it } from 'vitest';
import { explainNeuron } from '../../model/explain';
import { parseNetwork } from '../../model/validate';
import { volleyOf } from '../../model/volley';
import { causalLabel, readingPlace } from '../kit/draw/draw-potential';
import { equationNumbers, spokenEquation } from '../../view/neuron/equation';
import { cellAt, layerGrid, placeGrid } from '../../view/layout/grid';
import { shownNeuron } from '../../view/neuron/shown';
import { contributionsCsv, restBelow, sortContributions } from '../../view/neuron/table';
import { traceEnd } from '../../view/neuron/trace-end';
import {
  addsWords,
  besidesWords,
  equationSentence,
  silentWords,
  whySentence,
} from '../../view/words/neuron-words';
import { langStore } from '../../words/lang/lang';
import { plain } from '../../words/terms/pieces';

const S = Infinity;
const settings = { response: 'average-delay', threshold: 1, deadline: 3 } as const;
const volley = volleyOf(Float64Array.from([0, 0.5, 2, S]));
const fires = explainNeuron(volley, [1, 1, 5, 9], 0, settings);
const silent = explainNeuron(volley, [0.2, -0.1, -0.2, 0], 0, settings);

describe('equationNumbers', () => {
  it('are the two sums whose quotient is the firing time', () => {
    // t = (1 + 0.5) / 2
    expect(fires.time).toBeCloseTo(0.75, 12);
    expect(equationNumbers(fires)).toEqual({ above: '1 + 0.500', below: '2.00' });
    expect(spokenEquation(fires)).toBe('The firing time is 1 + 0.500 over 2.00, which is 0.750.');
  });

  it('stand under a logarithm for exponential synapses', () => {
    const e = explainNeuron(volley, [2, 2, 0, 0], 0, { ...settings, response: 'exponential' });
    const { above, below } = equationNumbers(e);
    expect(Math.log(Number(above) / Number(below))).toBeCloseTo(e.time, 2);
  });
});

describe('the label of the causal set', () => {
  // It rises from 0 at once and reaches the threshold at 0.75; 0 lies at y = 100, the threshold at 10.
  const scale = (width: number) => ({ start: 0, end: 1, left: 30, width });
  const label = (width: number) => causalLabel(fires, scale(width), (v) => 100 - 90 * v);

  it('is as long as the trace leaves room for', () => {
    expect(label(400)).toBe('causal set: 2 spikes');
    expect(label(120)).toBe('2 spikes');
    expect(label(60)).toBeNull();
  });
});

describe('the reading of the trace', () => {
  const plot = { bottom: 150, right: 216 };
  const text = 'V(0.759) = 0.990';
  // The word at the threshold, 20, reaches from 35 to 91 and from 24 to 37.
  const at = (x: number, y: number) => readingPlace({ x, y, threshold: 20 }, text, plot);

  it('keeps clear of the word at the threshold, which it would be written over', () => {
    const { y, leftwards } = at(170, 21);
    expect(leftwards).toBe(true);
    expect(y - 6).toBeGreaterThan(37);
  });

  it('stays under the trace where the word is not in its way', () => {
    expect(at(216, 21).y).toBe(35);
    expect(at(170, 100).y).toBe(114);
  });
});

describe('words', () => {
  it('say beside it only what a what-if changed', () => {
    expect(besidesWords(fires, { silenced: false, moved: false })).toEqual([]);
  });

  it('say what a silent neuron was short of', () => {
    // 0.2 t - 0.1 (t - 0.5) until the third spike at 2 turns it down
    expect(silentWords(silent)).toBe(
      'Its potential is highest at 2.000: 0.250, 0.750 short of the threshold, 1.',
    );
  });

  it('begin with why it fired, or why it did not', () => {
    const nameOf = (i: number) => `hidden ${i}`;
    const why = (e: typeof fires) => plain(whySentence(e, nameOf));
    expect(why(fires)).toBe('2 spikes filled it; the largest share came from hidden 0.');
    // 1.2 t - 0.1 (t - 0.5) = 1
    expect(why(explainNeuron(volley, [1.2, -0.1, 0, 0], 0, settings))).toBe(
      '1 spike filled it, against 1 that held it back; the largest share came from hidden 0.',
    );
    expect(why(silent)).toMatch(/^Silent\. Its potential is highest at 2\.000/);
    langStore.setState({ lang: 'de' });
    const said = why(fires);
    langStore.setState({ lang: 'en' });
    expect(said).toBe('2 Spikes füllten es; der größte Anteil kam von hidden 0.');
  });

  it('join the sentence and the equation, by the way in which spikes act', () => {
    const how = (e: typeof fires, trains = false) => plain(equationSentence(e, trains));
    expect(how(fires)).toBe(
      'Each spike adds w × (t − its time) to its potential V until V = θ = 1. Solved for t, over 2 of 3 spikes in time.',
    );
    expect(how(fires, true)).toMatch(/^Each train adds w × m × \(t − its mean time\) to/);
    expect(how(silent)).toMatch(/ At t = 2\.000 that makes less than θ = 1\.$/);
    const push = explainNeuron(volley, [2, 2, 0, 0], 0, { ...settings, response: 'exponential' });
    expect(how(push)).toContain('adds w × (1 − exp(its time − t)) to');
  });

  it('say when it would have fired after its deadline', () => {
    const late = explainNeuron(volley, [0.2, 0, 0, 0], 0, settings);
    expect(silentWords(late)).toContain('reached its threshold at 5.000, after its deadline, 3');
  });

  it('say of the contributions what they add up to', () => {
    const sum = (e: typeof silent) => e.contributions.reduce((total, c) => total + c.adds, 0);
    expect(addsWords(fires)).toContain('add up to the threshold');
    expect(addsWords(silent)).toContain('at 2.000, where it is highest');
    expect(sum(silent)).toBeCloseTo(0.25, 12);
    // Its peak, 0.05 at 0.5, is no twentieth of the threshold: the last spike is explained.
    const low = explainNeuron(volley, [0.1, -0.3, 0, 0], 0, settings);
    expect(low.peak).toMatchObject({ time: 0.5 });
    expect(addsWords(low)).toBe('Its part of the potential at 2.000: all parts add up to it');
    expect(silentWords(low)).toContain(`at 2.000, it is ${sum(low).toFixed(3).replace('-', '−')}`);
  });

  it('say the potential at the deadline, not one before it', () => {
    // Up to 0.4 at 0.5, down to 0.1 at 2, then up again to 0.3 at 3.
    const lower = explainNeuron(volley, [0.8, -1, 0.4, 0], 0, settings);
    expect(lower.peak).toMatchObject({ time: 0.5 });
    expect(silentWords(lower)).toMatch(/at the deadline its potential is 0\.300\.$/);
  });

  it('say that it is held back, and that nothing reaches it', () => {
    const back = explainNeuron(volley, [-1, 0, 0, 0], 0, settings);
    expect(silentWords(back)).toContain('never rises above 0');
    const none = explainNeuron(volleyOf(Float64Array.from([S, S])), [1, 1], 0, settings);
    expect(silentWords(none)).toBe('No presynaptic spike reaches it.');
  });
});

describe('the table', () => {
  it('sorts contributions by size whatever their sign', () => {
    const e = explainNeuron(volleyOf(Float64Array.from([0, 0.1, 0.2])), [0.5, -2, 4], 0, settings);
    const by = (column: 'adds' | 'time' | 'weight', direction: 1 | -1) =>
      sortContributions(e.contributions, { column, direction }).map((c) => c.presynaptic);
    const size = e.contributions.map((c) => Math.abs(c.adds));
    expect(by('adds', -1)).toEqual([0, 1, 2].sort((a, b) => size[b]! - size[a]!));
    expect(by('weight', 1)).toEqual([1, 0, 2]);
    expect(by('time', -1)).toEqual([2, 1, 0]);
  });

  it('counts and sums what is behind the rows in sight, of those that came in time', () => {
    const rest = restBelow(
      sortContributions(fires.contributions, { column: 'adds', direction: -1 }),
      1,
    );
    expect(rest.count).toBe(1);
    // The second spike, at 0.5, until 0.75.
    expect(rest.adds).toBeCloseTo(0.25, 12);
    expect(restBelow(fires.contributions, 9)).toEqual({ count: 0, adds: 0 });
  });

  it('is copied whole, with names quoted', () => {
    const lines = contributionsCsv(fires.contributions, (i) => `pixel 0, ${i}`)
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe('0,"pixel 0, 0",0,1,1,0.75,1,0.5,-0.375');
  });
});

describe('the grid', () => {
  const spec = parseNetwork({ coding: { kernel: 2 }, layers: [10, 4] });

  it('is the image of patches, or a layer row by row', () => {
    expect(layerGrid(spec, 0)).toEqual({ columns: 14, rows: 14, count: 196 });
    expect(layerGrid(spec, 1)).toEqual({ columns: 4, rows: 3, count: 10 });
  });

  it('finds the neuron under a point', () => {
    const grid = layerGrid(spec, 1);
    const place = placeGrid(grid, 100, 60);
    expect(place).toEqual({ left: 10, top: 0, cell: 20 });
    expect(cellAt(grid, place, 15, 5)).toBe(0);
    expect(cellAt(grid, place, 55, 45)).toBeNull();
    expect(cellAt(grid, place, 35, 45)).toBe(9);
    expect(cellAt(grid, place, 5, 5)).toBeNull();
  });
});

describe('traceEnd', () => {
  it('reaches past the spike and the next rivals, not past the axis', () => {
    expect(traceEnd(fires, [], 3)).toBeCloseTo(0.9, 9);
    expect(traceEnd(fires, [{ time: 1 }], 3)).toBeCloseTo(1.05, 9);
    expect(traceEnd(fires, [{ time: 9 }], 3)).toBeCloseTo(1.5, 9);
    expect(traceEnd(silent, [], 3)).toBeCloseTo(2.3, 9);
  });
});

describe('shownNeuron', () => {
  const spec = parseNetwork({});
  const answer = { class: 7, decisionTime: 1, margin: null, tie: false, guess: null };

  it('is what is selected, else what decides, else the guess', () => {
    const selected = { layer: 1, neuron: 3 };
    expect(shownNeuron(spec, selected, answer)).toEqual({ ref: selected, auto: null });
    expect(shownNeuron(spec, null, answer)).toEqual({
      ref: { layer: 2, neuron: 7 },
      auto: 'decides',
    });
    const none = { ...answer, class: null, decisionTime: null };
    expect(shownNeuron(spec, null, { ...none, guess: 4 })).toEqual({
      ref: { layer: 2, neuron: 4 },
      auto: 'comes nearest',
    });
    expect(shownNeuron(spec, null, none)).toBeNull();
  });
});
