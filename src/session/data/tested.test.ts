import { expect, it } from 'vitest';
import { TEN } from '../../data/taught/taught-names';
import { ABSENT } from './data-state';
import { DEFAULT_NETWORK } from '../../model/network';
import { knownWords, testedOf } from './tested';

const data = { name: 'MNIST', heldOut: false, points: null, test: ABSENT };
const withDigits = {
  ...ABSENT,
  set: {
    width: 28,
    height: 28,
    count: 0,
    images: new Uint8Array(),
    labels: new Uint8Array(),
    classes: 11,
    classNames: [...TEN, 'A'],
  },
};

it('calls test accuracy only what is of images that it has not learned from', () => {
  expect(testedOf(data)).toMatchObject({ known: false, accuracy: 'test accuracy' });
  expect(testedOf({ ...data, name: 'Taught', heldOut: true })).toEqual({
    known: false,
    accuracy: 'test accuracy',
    many: 'test drawings',
    of: 'the drawings that were kept out of training',
  });
  expect(testedOf({ ...data, name: 'Taught' })).toEqual({
    known: true,
    accuracy: 'accuracy on known drawings',
    many: 'known drawings',
    of: 'the drawings that it has learned from, which says little of new ones',
  });
});

it('says so of digits beside them, and of own points', () => {
  const { accuracy, of } = testedOf({ ...data, name: 'Taught', test: withDigits });
  expect(accuracy).toBe('accuracy on digits and known drawings');
  expect(of).toMatch(/^MNIST’s test digits and of the drawings that it has learned from/);
  const plane = { ...withDigits, set: { ...withDigits.set, width: 5, height: 1 } };
  const own = { ...data, points: { set: 'own' as const, points: [] }, test: plane };
  expect(testedOf(own).accuracy).toBe('accuracy on known points');
  expect(testedOf({ ...own, heldOut: true }).of).toBe('the test points');
});

it('says the same of a run by its network', () => {
  expect(knownWords(DEFAULT_NETWORK)).toBe('known drawings');
  expect(knownWords({ ...DEFAULT_NETWORK, classNames: [...TEN, 'A'] })).toBe(
    'digits and known drawings',
  );
  expect(knownWords({ ...DEFAULT_NETWORK, input: { width: 5, height: 1, cut: 0 } })).toBe(
    'known points',
  );
});
