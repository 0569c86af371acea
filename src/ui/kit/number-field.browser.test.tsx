import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from './mount.test-data';
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
  expect(told).toEqual([0.5]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{PageUp}');
  expect(told).toEqual([0.5, 0.6, 0.7, 0.6, 0.9]);
  await expect.element(field).toHaveValue('0.9');

  for (const [text, sentence] of [
    ['x', 'Cut must be a number.'],
    ['', 'Cut must be a number.'],
    ['1,2', 'Cut must be from 0 to 0.9.'],
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
