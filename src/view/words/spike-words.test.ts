import { describe, expect, it } from 'vitest';
import type { SampleRun } from '../../engine/engine';
import { parseNetwork } from '../../model/validate';
import { readout } from '../../model/readout';
import { exists, layerName, neuronName, ordinal } from './names';
import { deadlineWords, decisionWords, rasterSummary, spikeWords } from './spike-words';

const S = Infinity;
const spec = parseNetwork({ input: { width: 2, height: 2 }, layers: [3, 4] });

function run(output: number[], potential: number[] = [0, 0, 0, 0]): SampleRun {
  const layers = [[0, 0.5, S, S], [0.8, 1.5, S], output].map((times) => ({
    times: Float32Array.from(times),
    multiplicity: Float32Array.from(times, (t) => (t < S ? 1 : 0)),
  }));
  return { layers, potential: Float32Array.from(potential) };
}

function decide(output: number[], potential?: number[], blank = false) {
  const r = run(output, potential);
  return decisionWords(spec, r, readout(r.layers[2]!.times, r.potential, blank), blank);
}

describe('decisionWords', () => {
  it('names the winner, its lead and what came too late', () => {
    expect(decide([S, 1.25, 1.5, S])).toEqual({
      title: '1 decides at 1.250',
      detail: 'ahead of 2 by 0.250',
      rest: '1 later hidden spike was not needed',
    });
  });

  it('names a tie', () => {
    expect(decide([S, 1.25, S, 1.25]).detail).toBe('a tie with 3: the lowest class answers');
  });

  it('says when nobody else fires', () => {
    expect(decide([S, S, 1.75, S])).toEqual({
      title: '2 decides at 1.750',
      detail: 'no other output fires',
      rest: '',
    });
  });

  it('names the guess where no output fires', () => {
    const words = decide([S, S, S, S], [0.1, 0.82, -3, 0.5]);
    expect(words.title).toBe('no output spike by the deadline, 6');
    expect(words.detail).toBe('the guess is 1: highest potential, 0.82 of 1');
  });

  it('has no guess for a blank image', () => {
    expect(decide([S, S, S, S], [0, 0, 0, 0], true).title).toBe('no input spike');
  });
});

describe('spikeWords', () => {
  it('says when, and the how many-th of how many', () => {
    const r = run([1, 2, S, S]);
    expect(spikeWords(spec, r, { layer: 1, neuron: 1 })).toBe('hidden 1 fires at 1.500, 2nd of 2');
    expect(spikeWords(spec, r, { layer: 1, neuron: 2 })).toBe('hidden 2 stays silent');
    expect(spikeWords(spec, r, { layer: 0, neuron: 1 })).toBe(
      'pixel x 1, y 0 spikes at 0.500, 2nd of 2',
    );
    expect(spikeWords(spec, r, { layer: 2, neuron: 0 })).toBe('output 0 fires at 1.000, 1st of 2');
  });
});

describe('rasterSummary', () => {
  it('reads a raster out', () => {
    expect(rasterSummary(spec, run([1, 2, S, S]), 1, 1)).toBe(
      'hidden: 2 of 3 neurons spike, the first at 0.800; 1 silent; 1 fired by t = 1.000',
    );
  });
});

describe('deadlineWords', () => {
  it('names the deadlines that the axis does not reach', () => {
    expect(deadlineWords(spec, 3)).toBe('output deadline at 6');
    expect(deadlineWords(spec, 1.6)).toBe('deadlines at 3, 6');
    expect(deadlineWords(spec, 6)).toBeNull();
  });
});

describe('names', () => {
  it('tell several hidden layers apart', () => {
    const deep = parseNetwork({ layers: [20, 30, 10] });
    expect(layerName(deep, 2)).toBe('hidden 2');
    expect(neuronName(deep, { layer: 2, neuron: 29 })).toBe('hidden 2 no. 29');
    expect(neuronName(deep, { layer: 3, neuron: 7 })).toBe('output 7');
    expect(exists(deep, { layer: 2, neuron: 30 })).toBe(false);
    expect(exists(deep, { layer: 4, neuron: 0 })).toBe(false);
  });

  it('call a packed input a patch', () => {
    const packed = parseNetwork({ coding: { kernel: 2 } });
    expect(neuronName(packed, { layer: 0, neuron: 15 })).toBe('patch x 1, y 1');
  });

  it('count as people do', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '102nd',
      '111th',
    ]);
  });
});
