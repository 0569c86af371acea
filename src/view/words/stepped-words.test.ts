import { expect, it } from 'vitest';
import { readout } from '../../model/readout';
import { steppedWords } from './stepped-words';

const NONE = [0, 0, 0];
const words = (stepped: number[], exact: number[]) =>
  steppedWords(
    { layers: [3] },
    readout(stepped, NONE, false),
    stepped,
    readout(exact, NONE, false),
  );

it('says both answers, and how late the clock is or that it answers otherwise', () => {
  expect(words([0.9, 0.78, 1], [0.88, 0.762, 1])).toBe(
    'the answer is 1 at 0.780. Exactly it is 1 at 0.762: the clock is 0.018 late.',
  );
  expect(words([0.8, 0.9, 1], [0.81, 0.79, 1])).toBe(
    'the answer is 0 at 0.800. Exactly it is 1 at 0.790: another answer.',
  );
  expect(words([0.9, 2, 0.9], [0.81, 1, 0.79])).toBe(
    '0 and 2 tie at 0.900, and the lowest class, 0, answers. Exactly it is 2 at 0.790: another answer.',
  );
});

it('says where no output fires', () => {
  const silent = [Infinity, Infinity, Infinity];
  expect(words(silent, [1, 2, 3])).toBe('no output fires. Exactly it is 0 at 1.000.');
  expect(words([1, 2, 3], silent)).toBe('the answer is 0 at 1.000. Exactly no output fires.');
});
