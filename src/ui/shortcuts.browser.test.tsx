import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mount, tidy } from './app/mount.test-data';
import { shortcuts } from './shortcuts';
import { useShortcuts } from './use-shortcuts';

afterEach(tidy);

function Page() {
  useShortcuts();
  return (
    <>
      <button type="button">a button</button>
      <input aria-label="a field" />
    </>
  );
}

test('no two shortcuts share a key', async () => {
  const table = shortcuts(await mount(<Page />));
  const keys = table.flatMap(({ keys: of, shift }) =>
    of.map((key) => `${shift ? 'shift ' : ''}${key}`),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('keys work wherever the focus is, but not where they mean something else', async () => {
  const session = await mount(<Page />);
  const sample = () => session.stimulus.store.getState().sample?.index;
  const playing = () => session.playback.store.getState().playing;
  expect(sample()).toBe(0);
  await userEvent.keyboard('n');
  await expect.poll(sample).toBe(1);
  document.querySelector('input')!.focus();
  await userEvent.keyboard('n ');
  expect(sample()).toBe(1);
  expect(playing()).toBe(false);
  document.querySelector('button')!.focus();
  await userEvent.keyboard('p');
  await expect.poll(sample).toBe(0);
  await userEvent.keyboard(' ');
  expect(playing()).toBe(false);
  document.querySelector('button')!.blur();
  await userEvent.keyboard(' ');
  expect(playing()).toBe(true);
});
