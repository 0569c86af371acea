import { describe, expect, it } from 'vitest';
import { misreadImages } from './misread';

const set = { labels: Uint8Array.of(0, 1, 2, 1, 0, 2) };
const evaluation = {
  answers: Uint8Array.of(0, 2, 1, 2, 255, 2),
  decisionTimes: Float32Array.of(1, 1.5, 1.2, 0.9, Infinity, 1),
  leads: Float32Array.of(0.3, 0.02, Infinity, 0.01, 0, 0.2),
};
const any = { label: null, answer: null };

describe('misreadImages', () => {
  it('finds what is misread, and only the pair asked for', () => {
    expect(misreadImages(set, evaluation, any, 'index')).toEqual([1, 2, 3, 4]);
    expect(misreadImages(set, evaluation, { label: 1, answer: null }, 'index')).toEqual([1, 3]);
    expect(misreadImages(set, evaluation, { label: null, answer: 255 }, 'index')).toEqual([4]);
    expect(misreadImages(set, evaluation, { label: 2, answer: 2 }, 'index')).toEqual([]);
  });

  it('is surest where the answer leads by most, the only output spike above all, and least without one', () => {
    expect(misreadImages(set, evaluation, any, 'sure')).toEqual([2, 1, 3, 4]);
  });

  it('orders by the time of the decision, none at all being the latest', () => {
    expect(misreadImages(set, evaluation, any, 'early')).toEqual([3, 2, 1, 4]);
    expect(misreadImages(set, evaluation, any, 'late')).toEqual([4, 1, 2, 3]);
  });
});
