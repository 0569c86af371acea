import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import { duration, progressOf } from './progress';

const state = {
  step: 1406,
  epochSteps: 938,
  plannedSteps: 2814,
  imagesPerSecond: 20_000,
  settings: DEFAULT_TRAINING,
};

describe('progressOf', () => {
  it('counts epochs from 1 and time left in images still to see', () => {
    const progress = progressOf(state);
    expect(progress.epoch).toBe(2);
    expect(progress.share).toBeCloseTo(1406 / 2814, 12);
    expect(progress.secondsLeft).toBeCloseTo((1408 * 64) / 20_000, 12);
    // A line that came and went within a second would only move what stands below.
    expect(progressOf({ ...state, imagesPerSecond: 800_000 }).secondsLeft).toBe(null);
  });

  it('stays in the last epoch when the plan is over, with nothing left', () => {
    expect(progressOf({ ...state, step: 2814 })).toEqual({
      share: 1,
      epoch: 3,
      epochs: 3,
      secondsLeft: null,
    });
  });

  it('starts epoch 2 with its first step still to come', () => {
    expect(progressOf({ ...state, step: 937 }).epoch).toBe(1);
    expect(progressOf({ ...state, step: 938 }).epoch).toBe(2);
  });

  it('knows no share before the training images are there', () => {
    const progress = progressOf({ ...state, step: 0, epochSteps: 0, plannedSteps: 0 });
    expect(progress.share).toBeNull();
    expect(progress.secondsLeft).toBeNull();
  });

  it('never passes the end when the plan is cut short', () => {
    expect(progressOf({ ...state, step: 3000 }).share).toBe(1);
  });
});

describe('duration', () => {
  it.each([
    [11.4, '11 s'],
    [59.6, '1 min 00 s'],
    [125, '2 min 05 s'],
    [3780, '1 h 03 min'],
  ])('%d s is %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});
