import { expect, test } from 'vitest';
import { orAgain } from './again';

/** Starts that a test lets come when it likes. */
function starts() {
  const asked: { come: (value: string) => void; fail: (error: Error) => void }[] = [];
  const start = () =>
    new Promise<string>((come, fail) => {
      asked.push({ come, fail });
    });
  return { asked, start };
}

const never = () => new Promise<void>(() => undefined);
const soon = () => Promise.resolve();
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('a start that answers, or fails, in time is the only one', async () => {
  const { asked, start } = starts();
  const started = orAgain(start, never, () => undefined);
  asked[0]!.come('first');
  expect(await started).toBe('first');
  expect(asked).toHaveLength(1);
  await expect(
    orAgain(
      () => Promise.reject(new Error('refused')),
      never,
      () => undefined,
    ),
  ).rejects.toThrow('refused');
});

test.each([
  [1, 0],
  [0, 1],
])('where the first says nothing, whichever comes first is taken: %i before %i', async (a, b) => {
  const { asked, start } = starts();
  const unwanted: string[] = [];
  const started = orAgain(start, soon, (late) => unwanted.push(late));
  await turn();
  expect(asked).toHaveLength(2);
  asked[a]!.come(`start ${a}`);
  expect(await started).toBe(`start ${a}`);
  asked[b]!.come(`start ${b}`);
  await turn();
  expect(unwanted).toEqual([`start ${b}`]);
});

test('one that fails late leaves the other; where both fail, the first says why', async () => {
  const one = starts();
  const started = orAgain(one.start, soon, () => undefined);
  await turn();
  one.asked[0]!.fail(new Error('gone'));
  one.asked[1]!.come('second');
  expect(await started).toBe('second');

  const none = starts();
  const failed = orAgain(none.start, soon, () => undefined);
  await turn();
  none.asked[1]!.fail(new Error('second'));
  none.asked[0]!.fail(new Error('first'));
  await expect(failed).rejects.toThrow('first');
});
