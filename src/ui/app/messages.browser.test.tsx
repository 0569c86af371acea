import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Messages } from './messages';
import { mount, tidy } from '../kit/mount.test-data';

afterEach(tidy);

test('an error stays until it is dismissed, and offers its remedy once', async () => {
  const { session } = await mount(<Messages />);
  let runs = 0;
  session.messages.error('The data is broken.', {
    action: { label: 'Try again', run: () => runs++ },
  });
  const error = page.getByTestId('error');
  await expect.element(error).toHaveAttribute('role', 'alert');
  await expect.element(error).toHaveTextContent('The data is broken.');
  await error.getByRole('button', { name: 'Try again' }).click();
  expect(runs).toBe(1);
  await expect.element(error).not.toBeInTheDocument();

  session.messages.error('It is still broken.');
  await error.getByRole('button', { name: 'Dismiss' }).click();
  expect(session.messages.store.getState().messages).toEqual([]);
});

test('a note goes away by itself, unless it stays true or waits for a decision', async () => {
  const { session } = await mount(<Messages />);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  session.messages.note('That is done.');
  session.messages.note('This is not saved.', { stays: true });
  session.messages.note('Go on?', { actions: [{ label: 'Yes', run: () => undefined }] });
  const texts = () => session.messages.store.getState().messages.map((m) => m.text);
  while (page.getByTestId('note').elements().length < 3) await vi.advanceTimersByTimeAsync(1);
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(texts()).toEqual(['This is not saved.', 'Go on?']);
});
