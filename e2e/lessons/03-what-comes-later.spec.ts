import { expect, test } from '@playwright/test';
import { chooses, clickSpike, done, hinted, openLesson, revert, silence } from './lesson';

test(
  'lesson 3 is played by clicking spikes and silencing their neurons',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 3);
    await clickSpike(page, { layer: 'hidden', neuron: 99, time: 0.219 });
    await hinted(page, 'before the decision');
    await clickSpike(page, { layer: 'hidden', neuron: 13, time: 1.154 });
    await done(page, '22 of the 44');
    await silence(page);
    await expect(page.getByTestId('answer')).toContainText('0.762');
    await done(page, 'from 3.258 to 3.643');
    await clickSpike(page, { layer: 'hidden', neuron: 99, time: 0.219 });
    await silence(page);
    await expect(page.getByTestId('answer')).toContainText('0.802');
    await done(page, 'it fires at 0.802');
    await revert(page);
    await done(page, 'with a lead of 0.201');
    await chooses(page, 'Later', 'never helped it', 'as before', 'from 0.201 to 0.218');
  },
);

test(
  'lesson 3 is played by keys, with other neurons, a row of the table, and undo in place of Revert',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 3);
    const rows = page.getByRole('slider', { name: 'Neurons of hidden' });
    await rows.focus();
    // Down to the first hidden neuron that fires after the decision.
    for (let row = 0; row < 128; row++) {
      await page.keyboard.press('ArrowDown');
      const [, at] = /fires at ([\d.]+)/.exec((await rows.getAttribute('aria-valuetext'))!) ?? [];
      if (Number(at) > 0.763) break;
    }
    await page.keyboard.press('Enter');
    await done(page);
    const loudspeaker = page.getByRole('button', { name: 'What if it were silent?' });
    await loudspeaker.focus();
    await page.keyboard.press('Enter');
    await done(page);
    // Back to output 7, whose table has its causes; the last row that is shown is one as well.
    await page.keyboard.press('Escape');
    await page
      .getByTestId('causes')
      .getByRole('button', { name: /^hidden \d+$/ })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    await loudspeaker.focus();
    await page.keyboard.press('Enter');
    await done(page);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await done(page);
    await expect(page.getByTestId('lesson-question')).toBeVisible();
  },
);
