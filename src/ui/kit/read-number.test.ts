import { describe, expect, it } from 'vitest';
import { numberFault, readNumber } from './read-number';

describe('a number as it is typed', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    [' −0,25 ', -0.25],
    ['1e-3', 1e-3],
    ['1,5e2', 150],
    ['1,500', 1.5],
    ['1.024,5', 1024.5],
    ['1,024.5', 1024.5],
    ['1 024', 1024],
    ['0．５', 0.5],
  ])('%s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each(['', ' ', '-', 'abc', '0x10', '1e', '1e999', 'Infinity', 'NaN', '1,2,3', '1.2.3', '5 %'])(
    '%j is none',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );

  it('whole numbers may be written in thousands, as the page does', () => {
    expect(readNumber('1,024', true)).toBe(1024);
    expect(readNumber('4,294,967,295', true)).toBe(4294967295);
    expect(readNumber('1,5', true)).toBe(1.5);
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
