import { describe, expect, it } from 'vitest';
import { numberFault, readNumber, unreadFault } from './read-number';

describe('a number as it is typed', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    [' −0,25 ', -0.25],
    ['1e-3', 1e-3],
    ['1,5e2', 150],
    ['0,500', 0.5],
    ['1.500', 1.5],
    ['.5', 0.5],
    ['1,024,000', 1024000],
    ['1.024.000', 1024000],
    ['1\u202f024\u202f000,5', 1024000.5],
    ['12’345', 12345],
    ['5 %', 0.05],
    ['2,5％', 0.025],
    ['٠٫٥', 0.5],
    ['۱۲', 12],
    ['０。５', 0.5],
    ['–3', -3],
    ['1.024,5', 1024.5],
    ['1,024.5', 1024.5],
    ['1 024', 1024],
    ['0．５', 0.5],
  ])('%s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    '10³',
    '10⁻³',
    '½',
    '1½',
    '1,500',
    '-12,345',
    '',
    ' ',
    '-',
    'abc',
    '0x10',
    '1e',
    '1e999',
    'Infinity',
    'NaN',
    '1,2,3',
    '1.2.3',
    '0 5',
    '1 02',
    '%',
  ])('%j is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it('whole numbers may be written in thousands, as the page does', () => {
    for (const text of ['1,024', '1.024', '1 024', '1’024', '١٬٠٢٤']) {
      expect(readNumber(text, { whole: true })).toBe(1024);
    }
    expect(readNumber('4,294,967,295', { whole: true })).toBe(4294967295);
    expect(readNumber('1,5', { whole: true })).toBe(1.5);
  });

  it('per cent may be written behind a number of them', () => {
    expect(['5', '5 %', '5%', '2,5 %'].map((t) => readNumber(t, { percent: true }))).toEqual([
      5, 5, 5, 2.5,
    ]);
  });

  it('what may mean two numbers is asked back', () => {
    expect(unreadFault('rate', '1,500')).toBe('1,500 may mean 1.5 or 1500: write one of these.');
    expect(unreadFault('rate', 'x')).toBe('Rate must be a number.');
    expect(unreadFault('batch', '1,5x', { whole: true })).toBe('Batch must be a number.');
  });
});

describe('what is wrong with a number', () => {
  const batch = { label: 'batch', min: 1, max: 1024, whole: true };

  it('takes both ends of a range', () => {
    expect([numberFault(batch, 1), numberFault(batch, 1024)]).toEqual([null, null]);
  });

  it.each([
    [0, 'Batch must be from 1 to 1,024.'],
    [1025, 'Batch must be from 1 to 1,024.'],
    [1.5, 'Batch must be a whole number.'],
    [NaN, 'Batch must be a number.'],
    [null, 'Batch must be a number.'],
  ])('says what is wrong with a batch of %s', (value, text) => {
    expect(numberFault(batch, value)).toBe(text);
  });

  it('writes the ends as they are', () => {
    expect(numberFault({ label: 'margin', min: 0.01, max: 1 }, 2)).toBe(
      'Margin must be from 0.01 to 1.',
    );
  });
});
