import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classPitch, FUSED, layerPitch, legendNotes, notesIn, notesPassed } from './notes';

const SPEED = 0.25;
const WIDTH = FUSED * SPEED;
const layer = (times: number[]) => ({
  times: Float32Array.from(times),
  multiplicity: new Float32Array(times.length),
});
const run = (...layers: number[][]) => ({ layers: layers.map(layer) });
const all = { from: 0, to: 10, speed: SPEED };

describe('notesIn', () => {
  it('sounds every spike at its time, a pitch a layer, outputs by class, and the answer in its own voice', () => {
    const race = run([0, 0.5, Infinity], [0.75], [Infinity, 1.25, 1]);
    const notes = notesIn(race, { class: 2 }, all);
    expect(notes.map(({ voice, time }) => `${voice} ${time}`)).toEqual([
      'input 0',
      'input 0.5',
      'hidden 0.75',
      'answer 1',
      'output 1.25',
    ]);
    expect(notes.map(({ frequency }) => frequency)).toEqual([
      layerPitch(0, 2),
      layerPitch(0, 2),
      layerPitch(1, 2),
      classPitch(2, 3),
      classPitch(1, 3),
    ]);
  });

  it('takes the start of a stretch and leaves its end', () => {
    const race = run([0, 0.5], [1]);
    expect(notesIn(race, null, { ...all, to: 0.5 }).map(({ time }) => time)).toEqual([0]);
    expect(notesIn(race, null, { ...all, from: 0.5, to: 1 }).map(({ time }) => time)).toEqual([
      0.5,
    ]);
  });

  it('makes one note of thousands of input spikes that come together: louder, but never too loud', () => {
    const few = notesIn(run([0.5, 0.5, 0.5], [9]), null, all)[0]!;
    const many = notesIn(run(Array<number>(3000).fill(0.5), [9]), null, all);
    expect(many.filter(({ voice }) => voice === 'input')).toHaveLength(1);
    expect(many[0]!.spikes).toBe(3000);
    expect(many[0]!.loudness).toBeGreaterThan(few.loudness);
    const output = many.find(({ voice }) => voice === 'output')!;
    expect(many[0]!.loudness).toBeLessThan(output.loudness / 2);
  });

  it('never thins outputs out: all of a tie are heard', () => {
    const notes = notesIn(run([0], [1, 1, 1]), { class: 0 }, all).slice(1);
    expect(notes.map(({ voice }) => voice)).toEqual(['answer', 'output', 'output']);
    expect(new Set(notes.map(({ frequency }) => frequency)).size).toBe(3);
  });

  it('has no note of the answer where no output fires', () => {
    expect(notesIn(run([0], [Infinity, Infinity]), { class: null }, all)).toHaveLength(1);
    expect(notesIn(run([Infinity], [Infinity]), null, all)).toEqual([]);
  });

  it('thins less the slower it plays: what the ear tells apart is by the clock on the wall', () => {
    const race = run([0.1, 0.1 + 2 * FUSED * 0.1], [9]);
    const heard = (speed: number) =>
      notesIn(race, null, { ...all, speed }).filter(({ voice }) => voice === 'input').length;
    expect(heard(0.1)).toBe(2);
    expect(heard(10)).toBe(1);
  });

  it('gives the same notes however a stretch is cut: none is lost, none comes twice', () => {
    const time = fc.oneof(fc.constant(Infinity), fc.double({ min: 0, max: 1, noNaN: true }));
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(time, { maxLength: 60 }),
        fc.array(time, { maxLength: 5 }),
        cuts,
        (a, b, at) => {
          const race = run(a, b);
          const edges = [0, ...at.toSorted((x, y) => x - y), 2];
          const pieces = edges
            .slice(1)
            .flatMap((to, k) => notesIn(race, { class: 0 }, { from: edges[k]!, to, speed: SPEED }));
          expect(pieces).toEqual(notesIn(race, { class: 0 }, { from: 0, to: 2, speed: SPEED }));
        },
      ),
      { seed: 20, numRuns: 200 },
    );
  });

  it('has at most one note a layer in what the ear hears as one', () => {
    const times = Array.from({ length: 2000 }, (_, i) => i / 2000);
    const inputs = notesIn(run(times, [9]), null, all).filter(({ voice }) => voice === 'input');
    expect(inputs.length).toBeLessThanOrEqual(Math.ceil(1 / WIDTH) + 1);
  });
});

it('passes a hand one note a layer, and every output', () => {
  const race = run([0.1, 0.2, 0.3], [0.25, 0.9], [0.28, 0.29]);
  const notes = notesPassed(race, { class: 1 }, (t) => t > 0.1 && t <= 0.3);
  expect(notes.map(({ voice, spikes }) => `${voice} ${spikes}`)).toEqual([
    'input 2',
    'hidden 1',
    'output 1',
    'answer 1',
  ]);
  expect(notesPassed(race, null, (t) => t > 0.95)).toEqual([]);
});

describe('pitches', () => {
  it('rise with the layers, and all of them lie below the outputs', () => {
    for (const below of [1, 2, 3, 6]) {
      const pitches = Array.from({ length: below }, (_, layer) => layerPitch(layer, below));
      expect(pitches.toSorted((a, b) => a - b)).toEqual(pitches);
      expect(new Set(pitches).size).toBe(below);
      expect(Math.max(...pitches)).toBeLessThan(classPitch(0, 10));
    }
  });

  it('rise with the class, all apart, within what a small loudspeaker plays', () => {
    for (const classes of [2, 3, 10, 26, 64]) {
      const pitches = Array.from({ length: classes }, (_, c) => classPitch(c, classes));
      expect(pitches.toSorted((a, b) => a - b)).toEqual(pitches);
      expect(new Set(pitches).size).toBe(classes);
      expect(Math.max(...pitches)).toBeLessThan(2500);
    }
  });

  it('are told beforehand: each layer, the lowest and the highest class, the answer', () => {
    const legend = legendNotes(3, 10, 0.2);
    expect(legend.map(({ voice }) => voice)).toEqual([
      'input',
      'hidden',
      'output',
      'output',
      'answer',
    ]);
    expect(legend[3]!.frequency).toBe(classPitch(9, 10));
    expect(legend[4]!.time).toBeCloseTo(0.8);
  });
});
