import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_NETWORK } from '../../model/network';
import { readout } from '../../model/readout';
import type { Scene } from '../scene/scene';
import { langStore } from '../../words/lang/lang';
import { answerWords, verdictWords } from './answer-words';

function state(
  times: number[],
  potential: number[] = [],
  blank = false,
): Pick<Scene, 'run' | 'answer' | 'blank' | 'spec'> {
  const output = { times: Float32Array.from(times), multiplicity: new Float32Array(times.length) };
  const run = { layers: [output, output], potential: Float32Array.from(potential) };
  return { run, answer: readout(output.times, potential, blank), blank, spec: DEFAULT_NETWORK };
}

describe('answerWords', () => {
  it('names the class, its time, and by how much it leads which rival', () => {
    expect(answerWords(state([2.5, Infinity, 1.25, 1.5]))).toEqual({
      big: '2',
      lines: ['first at t = 1.250', 'ahead of 3 by 0.250'],
    });
  });

  it('calls classes by their names where the network has names for all of them', () => {
    const named = { ...DEFAULT_NETWORK, layers: [8, 3], classNames: ['A', 'a smiley', 'π'] };
    const scene = { ...state([2.5, 1.25, 1.5]), spec: named };
    expect(answerWords(scene)).toEqual({
      big: 'a smiley',
      lines: ['first at t = 1.250', 'ahead of π by 0.250'],
    });
    expect(verdictWords(named, scene.answer, 0)?.words).toBe('should be A');
    const fewer = { ...scene, spec: { ...named, layers: [8, 4] } };
    expect(answerWords(fewer).big).toBe('1');
  });

  it('does not write a small lead as that of a tie', () => {
    expect(answerWords(state([1.5, 1.5002])).lines[1]).toBe('ahead of 1 by 0.0002');
  });

  it('names every neuron of a tie', () => {
    expect(answerWords(state([2, 1.5, Infinity, 1.5, 1.5]))).toEqual({
      big: '1',
      lines: ['first at t = 1.500', 'a tie with 3 and 4; the lower class answers'],
    });
  });

  it('says when no other output fires', () => {
    expect(answerWords(state([Infinity, 1.5])).lines[1]).toBe('the only output spike');
  });

  it('has words for no output spike and for a blank pad', () => {
    const none = answerWords(state([Infinity, Infinity, Infinity], [0.1, 0.2, 0.7]));
    expect(none.big).toBeNull();
    expect(none.lines.join(' ')).toMatch(/^no output spike best guess 2/);
    const blank = answerWords(state([Infinity, Infinity], [0, 0], true));
    expect(blank.lines[0]).toBe('draw a digit');
    const taught = { ...state([Infinity, Infinity, Infinity], [0, 0, 0], true) };
    expect(answerWords(taught, true).lines[0]).toBe('draw a symbol to teach');
    const called = (classNames: string[]) => ({
      ...taught,
      spec: { ...taught.spec, layers: [classNames.length], classNames },
    });
    expect(answerWords(called(['☺', 'B', 'C']), true).lines[0]).toBe('draw ☺, B or C');
    expect(answerWords(called(['A', 'B', 'C', 'D', 'E', 'F'])).lines[0]).toBe('draw on the pad');
  });
});

describe('right or wrong', () => {
  afterEach(() => langStore.setState({ lang: 'en' }));

  const one = state([2.5, 1.25, 1.5]).answer;

  it('is said of a sample, by its label', () => {
    expect(verdictWords(DEFAULT_NETWORK, one, 1)).toEqual({ isRight: true, words: 'right' });
    expect(verdictWords(DEFAULT_NETWORK, one, 2)).toEqual({ isRight: false, words: 'should be 2' });
  });

  it('is said of a guess, too', () => {
    const guess = state([Infinity, Infinity, Infinity], [0.1, 0.2, 0.7]).answer;
    expect(verdictWords(DEFAULT_NETWORK, guess, 2)?.isRight).toBe(true);
    expect(verdictWords(DEFAULT_NETWORK, guess, 0)?.words).toBe('should be 0');
  });

  it('is not said where nothing is known: of a drawing, or before there is an answer', () => {
    expect(verdictWords(DEFAULT_NETWORK, one, null)).toBeNull();
    expect(verdictWords(DEFAULT_NETWORK, null, 3)).toBeNull();
  });

  it('is said in German where that is chosen, as the answer is', () => {
    langStore.setState({ lang: 'de' });
    expect(verdictWords(DEFAULT_NETWORK, one, 2)?.words).toBe('richtig wäre 2');
    expect(answerWords(state([2.5, 1.25, 1.5])).lines).toEqual([
      'zuerst, bei t = 1.250',
      '0.250 vor der 2',
    ]);
  });
});
