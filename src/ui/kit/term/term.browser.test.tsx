import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dialogStore, closeDialog } from '../../../view/dialogs';
import { chooseLang } from '../lang/choice';
import { mount, tidy } from '../mount.test-data';
import { Term } from './term';

afterEach(() => {
  tidy();
  closeDialog();
  chooseLang('en');
  localStorage.removeItem('mt-spike.lang');
});

const put = () =>
  mount(
    <p>
      <span>It reaches the </span>
      <Term name="theta">threshold</Term>
      <span>.</span>
      <button type="button">elsewhere</button>
    </p>,
  );
const term = page.getByRole('button', { name: 'threshold' });
const tip = page.getByTestId('term-tip');

test('a term has its sentence under the pointer, until the pointer leaves', async () => {
  await put();
  await term.hover();
  await expect
    .element(tip)
    .toHaveTextContent('a neuron fires when its potential V first reaches θ');
  await page.getByRole('button', { name: 'elsewhere' }).hover();
  await expect.element(tip).not.toBeInTheDocument();
});

test('by keyboard the sentence comes with the focus, describes the term, and goes on to the glossary', async () => {
  await put();
  await userEvent.tab();
  await expect.element(tip).toBeVisible();
  expect(document.activeElement).toBe(term.element());
  const told = document.getElementById(term.element().getAttribute('aria-describedby')!);
  expect(told!.textContent).toContain('θ, threshold');
  await userEvent.keyboard('{Enter}');
  const all = page.getByRole('button', { name: 'All words of the page' });
  await expect.element(all).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(tip).not.toBeInTheDocument();
  expect(document.activeElement).toBe(term.element());
});

test('a click holds the sentence until a click elsewhere; from it the glossary opens at the term', async () => {
  await put();
  await term.click();
  await page.getByRole('button', { name: 'elsewhere' }).hover();
  await expect.element(tip).toBeVisible();
  await page.getByRole('button', { name: 'elsewhere' }).click();
  await expect.element(tip).not.toBeInTheDocument();
  await term.click();
  await page.getByRole('button', { name: 'All words of the page' }).click();
  expect(dialogStore.getState()).toEqual({ open: 'glossary', term: 'theta' });
});

test('in German the sentence is German', async () => {
  await put();
  chooseLang('de');
  await term.click();
  await expect.element(tip).toHaveTextContent('Ein Neuron feuert, wenn sein Potential V');
});
