import { expect, it } from 'vitest';
import { createEvents } from './events';

interface Heard {
  came: [what: string];
  going: [];
}

it('tells all who listen at once, in the order in which they came, and waits for them', async () => {
  const { on, tell } = createEvents<Heard>();
  const heard: string[] = [];
  on('came', (what) => heard.push(`first ${what}`));
  on('came', async (what) => {
    heard.push(`second ${what}`);
    await Promise.resolve();
    heard.push(`second ${what} done`);
  });
  on('going', () => heard.push('going'));
  const told = tell('came', 'test');
  expect(heard).toEqual(['first test', 'second test']);
  await told;
  expect(heard).toEqual(['first test', 'second test', 'second test done']);
});

it('rejects where one who listens fails, and resolves where nobody listens', async () => {
  const { on, tell } = createEvents<Heard>();
  await expect(tell('going')).resolves.toBeDefined();
  on('going', () => Promise.reject(new Error('It stays.')));
  await expect(tell('going')).rejects.toThrow('It stays.');
});
