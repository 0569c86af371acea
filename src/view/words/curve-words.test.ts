import { describe, expect, it } from 'vitest';
import { readAt } from '../curves/reading';
import { MEASURES } from '../curves/run-curve';
import { run } from '../curves/run.test-data';
import { readingParts, readingWords, summary } from './curve-words';

describe('curves in words', () => {
  it('says every measure, each once', () => {
    expect(
      readingParts(readAt(run, 0.601)!)
        .map(({ measure }) => measure)
        .toSorted(),
    ).toEqual(MEASURES.toSorted());
    expect(readingWords(readAt(run)!)).toBe(
      '99.1 % (test 96.0 %), loss 0.0100 (test 0.0500), spikes 130/59/9, t 1.01, silent 8/10 %, ‖w‖ 9.00/4.00, ‖δ‖ 0.200/0.500',
    );
  });

  it('says at which step the test set was measured, where that is another', () => {
    expect(readingWords(readAt(run, 0.651)!)).toContain('% (test 90.0 % at step 300), loss');
    expect(readingWords(readAt(run, 0.601)!)).toContain('% (test 90.0 %), loss');
  });

  it('says in words what the chart shows', () => {
    expect(summary('accuracy', run)).toBe(
      'Accuracy over 1,000 steps: training from 10.0 % to 99.1 %, test from – to 96.0 %.',
    );
    expect(summary('loss', { ...run, curve: [] })).toBe('No step has been made yet.');
  });
});
