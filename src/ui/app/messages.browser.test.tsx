import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Messages } from './messages';
import { mount, tidy } from './mount.test-data';

afterEach(tidy);

test('an error stays until it is dismissed, and offers its remedy once', async () => {
  const session = await mount(<Messages />);
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
