import { expect, test } from 'vitest';
import { NotFetched, repeatable } from './repeatable';

test('a part is fetched once, and after a failure again at the next asking', async () => {
  let asked = 0;
  let line = false;
  const part = repeatable(async () => {
    asked++;
    if (!line) throw new TypeError('Failed to fetch');
    return 'part';
  });
  const both = [part(), part()];
  expect(asked).toBe(1);
  for (const one of both) await expect(one).rejects.toThrow(NotFetched);
  await expect(part()).rejects.toThrow(/^This part of the page could not be fetched; all else/);
  expect(asked).toBe(2);
  line = true;
  expect(await part()).toBe('part');
  expect(await part()).toBe('part');
  expect(asked).toBe(3);
});
