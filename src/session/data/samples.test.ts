import { expect, it } from 'vitest';
import { findSample, listSamples } from './samples';
import { shapes } from '../session.test-data';

const set = shapes(9, 1); // labels 0 1 2 0 1 2 0 1 2
const answers = Uint8Array.of(0, 1, 2, 0, 2, 2, 0, 1, 0);
const any = { label: null, misread: false };

it('goes around both ends', () => {
  expect(findSample(set, answers, any, 8, 1)).toBe(0);
  expect(findSample(set, answers, any, 0, -1)).toBe(8);
});

it('stops only at what passes, at itself when nothing else does, and at nothing when nothing does', () => {
  expect(findSample(set, answers, { label: 1, misread: false }, 1, 1)).toBe(4);
  expect(findSample(set, answers, { label: 1, misread: true }, 0, 1)).toBe(4);
  expect(findSample(set, answers, { label: 1, misread: true }, 4, 1)).toBe(4);
  expect(findSample(set, answers, { label: 0, misread: true }, 0, 1)).toBe(null);
  expect(findSample(set, null, { label: null, misread: true }, 0, 1)).toBe(null);
  expect(findSample(set, null, { label: null, misread: false, answer: 1 }, 0, 1)).toBe(null);
  expect(listSamples(set, answers, { label: null, misread: true }, 0, 9)).toEqual([4, 8]);
  expect(listSamples(set, answers, any, 3, 2)).toEqual([3, 4]);
  // Of the two of class 1 and 2 that are misread, only those read so.
  expect(listSamples(set, answers, { label: 2, misread: true, answer: 0 }, 0, 9)).toEqual([8]);
  expect(listSamples(set, answers, { label: 2, misread: true, answer: 1 }, 0, 9)).toEqual([]);
  expect(listSamples(set, answers, { label: 2, misread: false, answer: 2 }, 0, 9)).toEqual([2, 5]);
});
