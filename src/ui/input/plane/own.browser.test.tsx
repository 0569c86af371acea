import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FIRST_OWN } from '../../../data/points/own-points';
import { until } from '../../../session/session.test-data';
import { mount, tidy } from '../../kit/mount.test-data';
import { PointInput } from '../point-input';

afterEach(tidy);

test('own points are clicked and brushed, their class chosen by key, taken back, and refused where they are of one class', async () => {
  const { session } = await mount(<PointInput />);
  await session.data.loadPoints(FIRST_OWN);
  const plane = page.getByTestId('plane');
  const words = page.getByTestId('own-words');
  const radio = (label: number) => page.getByTestId(`own-class-${label}`);
  const count = () => session.data.store.getState().train.set!.count;
  await expect.element(radio(0)).toHaveAttribute('aria-checked', 'true');
  const side = plane.element().clientWidth;
  const at = (x: number, y: number) => ({ x: x * side, y: (1 - y) * side });
  const image = () => [...session.stimulus.store.getState().image];
  await until(() => session.stimulus.store.getState().kind === 'sample');

  await plane.click({ position: at(0.5, 0.5) });
  await expect.element(radio(0)).toHaveTextContent('3');
  await until(() => count() === 5);
  await userEvent.keyboard('1');
  await expect.element(radio(1)).toHaveAttribute('aria-checked', 'true');
  await userEvent.dragAndDrop(plane, plane, {
    sourcePosition: at(0.2, 0.1),
    targetPosition: at(0.8, 0.1),
  });
  const brushed = () => Number(radio(1).element().textContent);
  expect(brushed()).toBeGreaterThan(10);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(brushed()).toBe(2);
  await page.getByRole('button', { name: 'Redo' }).click();
  await until(() => count() === 3 + brushed());
  await expect.element(words).toHaveTextContent(/^It is tested with the points it learns/);

  await page.getByTestId('clear-drawing').click();
  await expect.element(words).toHaveTextContent(/^There is no point: lay some of two classes\./);
  const before = count();
  await plane.click({ position: at(0.3, 0.7) });
  await expect
    .element(words)
    .toHaveTextContent(/^All points are of class 1: .* Till then the set before stays/);
  expect(count()).toBe(before);

  // Asked again, a press moves the point of the network; Enter lays one there.
  (plane.element() as HTMLElement).focus();
  await userEvent.keyboard('{Escape}');
  await plane.click({ position: at(0.98, 0.98) });
  expect([image()[0], image()[2]].every((byte) => byte! > 240)).toBe(true);
  await userEvent.keyboard('0{Enter}');
  await expect.element(radio(0)).toHaveTextContent('1');
  await until(() => count() === 2);
});
