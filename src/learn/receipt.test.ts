import { expect, test } from 'vitest';
import { fileNameOf, LONGEST_NAME, nameOf, receipt } from './receipt';

const done = {
  number: 1,
  title: 'Ink is early',
  at: new Date(2026, 10, 30, 9, 5).getTime(),
  seconds: 190,
  answers: ['0.3', '0.7'],
  right: false,
  steps: 3,
  shown: 1,
};

test('a receipt names who, which lessons, when, how long, what was answered, and the page', () => {
  expect(
    receipt(
      'Ada ',
      [done, { ...done, number: null, title: '<b>Own</b>', answers: [] }],
      'https://x/#v=1',
    ),
  ).toBe(`MT-Spike Playground: lessons done
Name: Ada

1. Ink is early: 2026-11-30 09:05; 3 min; 3 steps, 1 of them shown; answered: 0.3 → 0.7; not right at once
- <b>Own</b>: 2026-11-30 09:05; 3 min; 3 steps, 1 of them shown; not right at once

Page: https://x/#v=1
`);
  expect(receipt('', [], 'x')).toContain('No lesson is done yet.');
});

test('a name of 10,000 characters is cut, and one with lines is one line', () => {
  expect(nameOf('a\nb\t c')).toEqual({ name: 'a b c', cut: false });
  const { name, cut } = nameOf('😀'.repeat(10_000));
  expect(cut).toBe(true);
  expect(Array.from(name)).toHaveLength(LONGEST_NAME);
});

test('the file of a receipt is named after the person, in characters that every system takes', () => {
  expect(fileNameOf(' Anna M. ')).toBe('lessons-anna-m.txt');
  expect(fileNameOf('Jörg ../..\\Ö:?*')).toBe('lessons-jörg-ö.txt');
  expect(fileNameOf('明 李')).toBe('lessons-明-李.txt');
  expect(fileNameOf('x'.repeat(200))).toBe(`lessons-${'x'.repeat(40)}.txt`);
  for (const none of ['', '  ', '.../']) expect(fileNameOf(none)).toBe('lessons.txt');
});
