import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './button';
import { mount, tidy } from './mount.test-data';

afterEach(tidy);

/** Can be pressed twice. */
function Twice() {
  const [left, setLeft] = useState(2);
  return (
    <>
      <Button disabled={left === 0} onClick={() => setLeft(left - 1)}>
        {`${left} left`}
      </Button>
      <Button>After</Button>
    </>
  );
}

test('a button that is disabled while it has the focus keeps it and does nothing, until it is left', async () => {
  await mount(<Twice />);
  const button = page.getByRole('button', { name: 'left' });
  button.element().focus();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(button).toHaveTextContent('0 left');
  expect(document.activeElement).toBe(button.element());
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toHaveTextContent('0 left');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toHaveTextContent('After');
  expect(button.element()).toHaveProperty('disabled', true);
});
