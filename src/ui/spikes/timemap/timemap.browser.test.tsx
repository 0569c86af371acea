import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forcedAnswer } from '../../../model/explain-forced';
import { mount, tidy } from '../../kit/mount.test-data';
import { SpikesPanel } from '../spikes-panel';
import { TimeMap } from './time-map';

afterEach(tidy);

const maps = page.getByTestId('time-map');

async function mountMap() {
  const mounted = await mount(<SpikesPanel map={<TimeMap />} />, 800);
  await page.getByRole('radio', { name: 'time map' }).click();
  return mounted;
}

test('shows every layer as a map, and goes back to the rasters', async () => {
  await mountMap();
  for (const layer of [0, 1, 2]) {
    await expect.element(maps.nth(layer)).toHaveAttribute('data-layer', String(layer));
  }
  await expect.element(page.getByTestId('raster').first()).not.toBeInTheDocument();
  await page.getByRole('radio', { name: 'raster' }).click();
  await expect.element(page.getByTestId('raster').first()).toBeVisible();
});

test('walks through the cells by keys and selects one', async () => {
  const { session } = await mountMap();
  const cells = page.getByRole('slider', { name: 'Spike times of hidden' });
  cells.element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  expect(session.playback.store.getState().hovered).toEqual({ layer: 1, neuron: 5 });
  expect(cells.element().getAttribute('aria-valuetext')).toMatch(/^hidden 5 (fires|stays)/);
  await userEvent.keyboard('{Enter}');
  expect(session.playback.store.getState().selected).toEqual({ layer: 1, neuron: 5 });
});

test('the deadline forces an answer for the sample and for the test set', async () => {
  const { session, view } = await mountMap();
  const { derived } = view;
  const { spec, run, weights, answer } = derived.base();
  const decision = answer!.decisionTime!;
  await expect
    .element(page.getByTestId('forced-answer'))
    .toHaveTextContent(
      `Forced at ${decision.toFixed(3)}: ${answer!.class}, whose output has fired`,
    );
  const early = decision * 0.98;
  session.playback.seek(early);
  const forced = forcedAnswer(spec, weights!, derived.volleys()!, early);
  expect(forced.by).toBe('potential');
  await expect
    .element(page.getByTestId('forced-answer'))
    .toHaveTextContent(`Forced at ${early.toFixed(3)}: ${forced.class}, the highest potential`);
  const told = page.getByTestId('forced-accuracy');
  await expect.element(told).toHaveTextContent('If the whole test set had to be answered then');
  session.playback.seek(derived.end());
  const { accuracy } = session.network.store.getState().evaluation!;
  await expect.element(told).toHaveTextContent(`${(accuracy * 100).toFixed(1)} % right`);
  expect(run).not.toBeNull();
});
