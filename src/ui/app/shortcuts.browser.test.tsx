import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { shortcuts } from '../../view/shortcuts';
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
  const table = shortcuts((await mount(<Page />)).view);
  const keys = table.flatMap(({ keys: of, shift, ctrl }) =>
    of.map((key) => `${ctrl === 'needed' ? 'ctrl ' : ''}${shift ? 'shift ' : ''}${key}`),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('keys work wherever the focus is, but not where they mean something else', async () => {
  const { session } = await mount(<Page />);
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
  await userEvent.keyboard('{Shift>}n{/Shift}');
  await expect.poll(sample).toBe(0);
  await userEvent.keyboard(' ');
  expect(playing()).toBe(false);
  document.querySelector('button')!.blur();
  await userEvent.keyboard(' ');
  expect(playing()).toBe(true);
});

/** A key as a keyboard reports it. */
function press(target: Element, init: KeyboardEventInit): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

test('a held key runs once, a layout without Latin letters has the keys, Ctrl Z is undo', async () => {
  const { session } = await mount(<Page />);
  const { stimulus, playback } = session;
  for (const repeat of [false, true, true]) press(document.body, { key: ' ', repeat });
  expect(playback.store.getState().playing).toBe(true);
  press(document.body, { key: 'т', code: 'KeyN' });
  await expect.poll(() => stimulus.store.getState().sample?.index).toBe(1);
  stimulus.beginStroke({ points: [{ x: 0.5, y: 0.5 }], width: 0.1 });
  const strokes = () => stimulus.store.getState().strokes.length;
  press(document.body, { key: 'я', code: 'KeyZ', ctrlKey: true });
  expect(strokes()).toBe(0);
  press(document.body, { key: 'Z', code: 'KeyZ', metaKey: true, shiftKey: true });
  expect(strokes()).toBe(1);
  // A key within an input method, or typed into a field, is no shortcut.
  press(document.body, { key: 'z', code: 'KeyZ', isComposing: true });
  press(document.querySelector('input')!, { key: 'z', code: 'KeyZ', ctrlKey: true });
  expect(strokes()).toBe(1);
});
