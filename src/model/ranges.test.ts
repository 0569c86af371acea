import { describe, expect, it } from 'vitest';
import { DEFAULT_NETWORK } from './network';
import { isWithin, RANGES, rangeWords, type NumberRange } from './ranges';
import { casesOf, NETWORK_ENDS, TRAINING_ENDS } from './ranges.test-data';
import { DEFAULT_TRAINING, settingsProblem } from './training';
import { parseNetwork } from './validate';

describe('the table of ranges', () => {
  it('holds what is usual', () => {
    const rows: (NumberRange & { usual?: number })[] = Object.values(RANGES);
    for (const row of rows) expect(row.usual === undefined || isWithin(row, row.usual)).toBe(true);
  });

  it.each(casesOf({ ...TRAINING_ENDS, ...NETWORK_ENDS }))(
    'of %s %d is in it: %s',
    (key, value, ok) => {
      expect(isWithin(RANGES[key], value)).toBe(ok);
    },
  );

  it('takes numbers alone', () => {
    for (const value of [NaN, Infinity, '1', null, undefined, [1]])
      expect(isWithin(RANGES.learningRate, value)).toBe(false);
  });

  it('says a range in words', () => {
    expect(rangeWords(RANGES.batch)).toBe('a whole number from 1 to 1024');
    expect(rangeWords(RANGES.margin)).toBe('a number above 0, at most 100');
    expect(rangeWords(RANGES.ema)).toBe('a number from 0 to below 1');
    expect(rangeWords({ whole: true, range: [1, Infinity] })).toBe('a whole number, 1 or more');
  });

  it.each(casesOf(TRAINING_ENDS))('settings with %s %d: sound %s', (key, value, ok) => {
    const problem = settingsProblem({ ...DEFAULT_TRAINING, [key]: value });
    if (ok) expect(problem).toBeNull();
    else expect(problem).toContain(RANGES[key].name);
  });

  it.each(casesOf(NETWORK_ENDS))('a description with %s %d: sound %s', (key, value, ok) => {
    const { input, coding } = DEFAULT_NETWORK;
    const described = {
      cut: { input: { ...input, cut: value } },
      kernel: { coding: { ...coding, kernel: value, stride: 1 } },
      threshold: { threshold: value },
      deadline: { deadline: value },
    };
    const parse = () => parseNetwork(described[key]);
    if (ok) expect(parse).not.toThrow();
    else expect(parse).toThrow(/must be|which is 0/);
  });
});
