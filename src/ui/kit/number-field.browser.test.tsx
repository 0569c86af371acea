import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from './mount.test-data';
import { EditableNumber } from './editable-number';
import { NumberField } from './number-field';
import { numberFault } from './read-number';

afterEach(tidy);

const told: number[] = [];
const range = { label: 'cut', min: 0, max: 0.9 };

function Field() {
  const [value, setValue] = useState(0.2);
  return (
    <NumberField
      {...range}
      value={value}
      step={0.1}
      check={(number) => numberFault(range, number)}
      onChange={(next) => {
        told.push(next);
        setValue(next);
      }}
    />
  );
}

test('reads both decimal marks, steps with the arrows, and says what is no number', async () => {
  await mount(<Field />);
  const field = page.getByLabelText('cut');
  await field.fill('0,5');
  await expect.element(field).toHaveValue('0,5');
  await expect.poll(() => told).toEqual([0.5]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{PageUp}');
  expect(told).toEqual([0.5, 0.6, 0.7, 0.6, 0.9]);
  await expect.element(field).toHaveValue('0.9');

  for (const [text, sentence] of [
    ['x', 'Cut must be a number.'],
    ['', 'Cut must be a number.'],
    ['1,2', 'Cut must be from 0 to 0.9.'],
    ['1,000', '1,000 may mean 1 or 1000: write one of these.'],
  ] as const) {
    await field.fill(text);
    await expect.element(field).toHaveAccessibleDescription(sentence);
    await expect.element(field).toBeInvalid();
  }
  await userEvent.tab();
  await expect.element(field).toHaveValue('0.9');
  await expect.element(field).toHaveAccessibleDescription('');
  expect(told).toHaveLength(5);
});

test('half a number is not told before the rest of it, or before the field is left', async () => {
  await mount(<Field />);
  told.length = 0;
  const field = page.getByLabelText('cut');
  await field.fill('');
  await userEvent.type(field, '0,');
  await expect.element(field).toBeValid();
  await userEvent.type(field, '7');
  // What it began with is not told.
  await expect.poll(() => told).toEqual([0.7]);
  await field.fill('0.');
  expect(told).toEqual([0.7]);
  await userEvent.tab();
  expect(told).toEqual([0.7, 0]);
  await expect.element(field).toHaveValue('0');
  // The arrows of an input method choose a character.
  field
    .element()
    .dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowUp', isComposing: true, bubbles: true }),
    );
  expect(told).toHaveLength(2);
});

test('of a number of several digits nothing is told before the last, which Enter ends', async () => {
  await mount(<Field />);
  told.length = 0;
  const field = page.getByLabelText('cut');
  await field.fill('');
  await userEvent.type(field, '0.64');
  await userEvent.keyboard('{Enter}');
  expect(told).toEqual([0.64]);
});

test('a number of a table that cannot be read is said beside it, and asks nothing', async () => {
  const asked: number[] = [];
  await mount(
    <EditableNumber label="weight" shown="0.25" value={0.25} onChange={(n) => asked.push(n)} />,
  );
  const button = page.getByRole('button', { name: 'weight 0.25: change it' });
  await button.click();
  const field = page.getByRole('textbox', { name: 'weight' });
  for (const [text, sentence] of [
    ['a lot', 'Weight must be a number.'],
    ['1,500', '1,500 may mean 1.5 or 1500: write one of these.'],
  ] as const) {
    await field.fill(text);
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveAccessibleDescription(sentence);
    await expect.element(field).toHaveValue(text);
  }
  await field.fill('0,5');
  await userEvent.keyboard('{Enter}');
  expect(asked).toEqual([0.5]);
  await button.click();
  await field.fill('x');
  await userEvent.tab();
  await expect.element(button).toBeVisible();
  expect(asked).toEqual([0.5]);
});

test('what takes the focus begins with the number that was typed before', async () => {
  const seen: number[] = [];
  function Two() {
    const [draft, setDraft] = useState({ cut: 0.2, turns: 0 });
    return (
      <>
        <NumberField {...range} value={draft.cut} onChange={(cut) => setDraft({ ...draft, cut })} />
        <button
          type="button"
          onClick={() => {
            setDraft({ ...draft, turns: draft.turns + 1 });
            seen.push(draft.cut);
          }}
        >
          turn
        </button>
      </>
    );
  }
  await mount(<Two />);
  const field = page.getByLabelText('cut');
  const button = page.getByRole('button', { name: 'turn' }).element() as HTMLElement;
  await field.fill('0.7');
  // In one turn of the event loop, as a program that fills a form does it.
  button.focus();
  button.click();
  expect(seen).toEqual([0.7]);
  await expect.element(field).toHaveValue('0.7');
});
