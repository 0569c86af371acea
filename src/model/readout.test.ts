import { expect, test } from 'vitest';
import { readout } from './readout';

test('the class that fires first answers, with its lead over the second', () => {
  expect(readout([2, Infinity, 1.25, 1.5], [0, 9, 0, 0], false)).toEqual({
    class: 2,
    decisionTime: 1.25,
    margin: 0.25,
    tie: false,
    guess: null,
  });
});

test('one output spike has no margin', () => {
  expect(readout([Infinity, 3], [9, 0], false)).toMatchObject({
    class: 1,
    decisionTime: 3,
    margin: null,
    tie: false,
  });
});

test('equal first times are a tie, and the lowest index answers', () => {
  expect(readout([2, 1, 1, 1], [0, 0, 0, 9], false)).toMatchObject({
    class: 1,
    margin: 0,
    tie: true,
  });
  // A tie for the second place is none.
  expect(readout([2, 1, 2], [0, 0, 0], false)).toMatchObject({ class: 1, margin: 1, tie: false });
});

test('without an output spike the highest potential is the guess, the lowest index of equals', () => {
  const none = { class: null, decisionTime: null, margin: null, tie: false };
  const silent = [Infinity, Infinity, Infinity];
  expect(readout(silent, [0.1, 0.7, 0.3], false)).toEqual({ ...none, guess: 1 });
  expect(readout(silent, [-3, -1, -1], false)).toEqual({ ...none, guess: 1 });
});

test('a blank image has neither answer nor guess', () => {
  expect(readout([Infinity, Infinity], [0, 0], true)).toEqual({
    class: null,
    decisionTime: null,
    margin: null,
    tie: false,
    guess: null,
  });
});
