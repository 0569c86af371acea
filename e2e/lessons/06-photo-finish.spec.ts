import { expect, test } from '@playwright/test';
import {
  chooses,
  clickCause,
  clickSpike,
  done,
  hinted,
  openLesson,
  revert,
  silence,
} from './lesson';

test(
  'lesson 6 is played: one neuron of the table makes the answer right, another does not',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 6);
    await expect(page.getByTestId('answer')).toContainText(/^6.*0\.819/s);
    await clickSpike(page, { layer: 'output', neuron: 4, time: 0.822 });
    await done(page, 'a lead of 0.003');
    await clickSpike(page, { layer: 'output', neuron: 6, time: 0.819 });
    await done(page, '0.168');
    await clickCause(page);
    await silence(page);
    await hinted(page, 'Hidden 66');
    await revert(page);
    await page.keyboard.press('Escape');
    await clickCause(page, 109);
    await silence(page);
    await expect(page.getByTestId('answer')).toContainText(/^4.*0\.788/s);
    await done(page, 'a lead of 0.090');
    await revert(page);
    await done(page, 'by 0.003');
    await chooses(page, 'Nothing', '36 are right', 'coin toss', 'misreads 34');
  },
);
