import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../engine/engine';
import { classScores, nextInCell, worstPairs } from './confusion';

// Class 1 has five images: one is blank and stands in no column.
const labels = Uint8Array.from([0, 1, 2, 1, 1, 0, 1, 2, 1]);
const answers = Uint8Array.from([0, 2, 2, 1, 2, 1, 255, 2, 1]);
const evaluation = {
  images: 9,
  confusion: [1, 1, 0, 0, 2, 2, 0, 0, 2],
} as unknown as Evaluation;

describe('classScores', () => {
  it('counts a blank image against its class', () => {
    expect(classScores(evaluation, labels).map((s) => s.accuracy)).toEqual([0.5, 0.4, 1]);
    expect(classScores(evaluation, labels)[1]).toMatchObject({
      images: 5,
      rival: { answer: 2, count: 2 },
    });
  });

  it('does with the matrix alone where the labels are of another set', () => {
    expect(classScores(evaluation, labels.slice(1)).map((s) => s.images)).toEqual([2, 4, 2]);
  });

  it('has no rival for a class without mistakes', () => {
    expect(classScores(evaluation)[2]!.rival).toBeNull();
  });
});

it('lists the worst confusions first and leaves the right answers out', () => {
  expect(worstPairs(evaluation, 3)).toEqual([
    { label: 1, answer: 2, count: 2 },
    { label: 0, answer: 1, count: 1 },
  ]);
});

describe('nextInCell', () => {
  const set = { count: 9, labels };
  it('walks the images of a cell in turn', () => {
    expect(nextInCell(set, answers, 1, 2, -1)).toBe(1);
    expect(nextInCell(set, answers, 1, 2, 1)).toBe(4);
    expect(nextInCell(set, answers, 1, 2, 4)).toBe(1);
  });

  it('finds the only one again, and nothing in an empty cell', () => {
    expect(nextInCell(set, answers, 0, 1, 5)).toBe(5);
    expect(nextInCell(set, answers, 2, 0, -1)).toBeNull();
  });
});
