import { describe, expect, it } from 'vitest';
import { parseNetwork } from '../../model/validate';
import { readout } from '../../model/readout';
import { listedWords, momentOf, numberWords, silentCounts } from '../words/table-words';
import { spikeListCsv } from './spike-list-csv';
import { PAGE, pageAt, rowsAt, spikeList } from './spike-list';

const SPEC = parseNetwork({ input: { width: 2, height: 2 }, layers: [2, 2] });
const layer = (times: number[]) => ({
  times: Float32Array.from(times),
  multiplicity: Float32Array.from(times, (t) => (t < Infinity ? 1 : 0)),
});
const RUN = {
  layers: [layer([0.5, 0, Infinity, 0.25]), layer([0.75, Infinity]), layer([1, 1])],
  potential: new Float32Array(2),
};
const ALL = { layer: null, of: null };
const OF = {
  neuron: { layer: 2, neuron: 1 },
  causes: {
    parts: [Float64Array.of(0, 0.5, 0, -0.25), Float64Array.of(0.75, 0)],
    largest: [0.5, 0.75],
  },
};
const names = (list: { layer: number; neuron: number }[]) =>
  list.map((spike) => `${spike.layer}:${spike.neuron}`).join(' ');

describe('spikeList', () => {
  it('has every spike in order of time, those of one moment by layer and neuron, and no silent neuron', () => {
    const list = spikeList(RUN, ALL);
    expect(names(list)).toBe('0:1 0:3 0:0 1:0 2:0 2:1');
    expect(list.map(({ time }) => time)).toEqual([0, 0.25, 0.5, 0.75, 1, 1]);
  });

  it('has one layer alone where that is asked for', () => {
    expect(names(spikeList(RUN, { layer: 0, of: null }))).toBe('0:1 0:3 0:0');
  });

  it('has the causes of a neuron alone, those that hold it back too, and its own spike', () => {
    expect(names(spikeList(RUN, { layer: null, of: OF }))).toBe('0:1 0:3 1:0 2:1');
    expect(names(spikeList(RUN, { layer: 1, of: OF }))).toBe('1:0');
  });

  it('keeps the spike of a silent selected neuron out', () => {
    const of = { ...OF, neuron: { layer: 1, neuron: 1 } };
    expect(names(spikeList(RUN, { layer: null, of }))).toBe('0:1 0:3 1:0');
  });
});

describe('rows of a moment', () => {
  const list = spikeList(RUN, ALL);

  it('are the latest up to the cursor, all of a tie', () => {
    expect(rowsAt(list, 0.3)).toEqual({ first: 1, count: 1 });
    expect(rowsAt(list, 1)).toEqual({ first: 4, count: 2 });
    expect(rowsAt(list, 0)).toEqual({ first: 0, count: 1 });
  });

  it('are none before the first spike, nor where there is none', () => {
    expect(rowsAt(list.slice(1), 0.1)).toEqual({ first: 0, count: 0 });
    expect(rowsAt([], 1)).toEqual({ first: 0, count: 0 });
  });

  it('are on a page of a hundred', () => {
    expect(pageAt(0, 3)).toEqual({ from: 0, to: 3 });
    expect(pageAt(PAGE - 1, 250)).toEqual({ from: 0, to: PAGE });
    expect(pageAt(2 * PAGE + 7, 250)).toEqual({ from: 200, to: 250 });
  });
});

describe('words beside the table', () => {
  const list = spikeList(RUN, ALL);

  it('count the silent ones, and say where there is none', () => {
    expect(silentCounts(SPEC, RUN)).toBe('Silent, hence in no row: 1 of 4 input, 1 of 2 hidden.');
    const loud = { ...RUN, layers: [layer([0]), layer([1])] };
    expect(silentCounts(SPEC, loud)).toBe('No neuron is silent.');
  });

  it('say what is listed', () => {
    expect(listedWords(SPEC, list, null, null)).toBe('6 spikes');
    expect(listedWords(SPEC, list.slice(0, 1), 0, null)).toBe('1 spike of input');
    const causes = spikeList(RUN, { layer: null, of: OF });
    expect(listedWords(SPEC, causes, null, OF.neuron)).toBe(
      '3 causes of output 1, and its own spike',
    );
    expect(listedWords(SPEC, spikeList(RUN, { layer: 0, of: OF }), 0, OF.neuron)).toBe(
      '2 causes of output 1 in input',
    );
  });

  it('name the spike of a moment, how many more there are, and the answer when it falls', () => {
    const answer = readout(RUN.layers[2]!.times, RUN.potential, false);
    expect(momentOf(SPEC, list.slice(0, 1), answer)).toBe('t = 0.000: pixel x 1, y 0 spikes');
    expect(momentOf(SPEC, list.slice(3, 4), answer)).toBe('t = 0.750: hidden 0 fires');
    expect(momentOf(SPEC, list.slice(4), answer)).toBe(
      't = 1.000: output 0 fires and is the answer, and 1 more',
    );
    expect(momentOf(SPEC, [], answer)).toBe('');
  });

  it('call a pixel by its place, a channel by its own, a point by its input', () => {
    expect(numberWords(SPEC, { layer: 0, neuron: 3 })).toBe('x 1, y 1');
    expect(numberWords(SPEC, { layer: 1, neuron: 1 })).toBe('1');
    const points = parseNetwork({ input: { width: 5, height: 1 }, layers: [3, 2] });
    expect(numberWords(points, { layer: 0, neuron: 1 })).toBe('1 - x');
    const convolution = parseNetwork({
      input: { width: 4, height: 4 },
      convolutions: [{ channels: 2, kernel: 2, stride: 2 }],
      layers: [2],
    });
    expect(numberWords(convolution, { layer: 1, neuron: 5 })).toBe('channel 1 at x 0, y 1');
  });
});

it('goes into a spreadsheet with numbers in full, and empty cells where there is none', () => {
  const lines = spikeListCsv(SPEC, spikeList(RUN, { layer: null, of: OF }), OF.causes)
    .trim()
    .split(/\r?\n/);
  expect(lines[0]).toBe('time,layer,neuron,name,x,y,channel,multiplicity,contribution');
  expect(lines[1]).toBe('0,input,1,"pixel x 1, y 0",1,0,,1,0.5');
  expect(lines.at(-1)).toBe('1,output,1,output 1,,,,1,');
});
