import { expect, test } from 'vitest';
import { limitsFor } from './test-limit';

test('no more of a test set is offered than there is', () => {
  const values = (count: number) => limitsFor(count, null).options.map(({ value }) => value);
  expect(values(10_000)).toEqual(['all', '3000', '1000']);
  expect(values(3000)).toEqual(['all', '1000']);
  expect(values(1000)).toEqual(['all']);
  expect(limitsFor(10_000, 3000).value).toBe('3000');
  expect(limitsFor(1000, 3000).value).toBe('all');
});
