import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Form } from './form';

let unmount = () => {};

afterEach(() => unmount());

/** A form that counts what it is sent, in which the browser submits or, as in a sandbox, does not. */
function shown(submits: boolean): () => number {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  let sent = 0;
  // A sandbox submits nothing and dispatches no event (e2e/embedding.spec.ts has a real one).
  const keepBack = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (!submits) place.addEventListener('submit', keepBack, true);
  root.render(
    <Form noValidate onSubmit={() => sent++}>
      <input aria-label="name" />
      <button type="submit">Send</button>
      <button type="button">Other</button>
    </Form>,
  );
  unmount = () => {
    root.unmount();
    place.remove();
  };
  return () => sent;
}

test.each([true, false])(
  'is sent once by Enter and once by its button: submits %s',
  async (submits) => {
    const sent = shown(submits);
    await page.getByLabelText('name').click();
    await userEvent.keyboard('a{Enter}');
    await expect.poll(sent).toBe(1);
    await page.getByRole('button', { name: 'Other' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(sent).toBe(2);
    // Nothing is sent a second time a while later.
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(sent()).toBe(2);
  },
);
