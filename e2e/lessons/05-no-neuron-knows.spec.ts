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
  'lesson 5 is played by silencing the largest cause again and again',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 5);
    await silence(page);
    await hinted(page, 'no hidden neuron');
    await revert(page);
    await clickSpike(page, { layer: 'hidden', neuron: 99, time: 0.219 });
    await silence(page);
    await done(page, 'Still 7');
    await revert(page);
    await done(page);
    await page.keyboard.press('Escape');

    const title = page.getByTestId('neuron-title');
    const silenced: string[] = [];
    while (silenced.length < 8) {
      await expect(title).toContainText('output 7 fires');
      await clickCause(page);
      await expect(title).toContainText(/hidden \d+ fires/);
      silenced.push(/hidden (\d+)/.exec(await title.innerText())![1]!);
      await silence(page);
      await expect(title).toContainText('stays silent');
      if (silenced.length === 1) await hinted(page, 'Still 7');
      await page.keyboard.press('Escape');
    }
    // As the lesson says, in this order.
    await done(page, silenced.join(', '));
    await expect(page.getByTestId('answer')).toContainText(/^2.*1\.104/s);
    await clickSpike(page, { layer: 'output', neuron: 7, time: 1.146 });
    await expect(page.getByTestId('what-if')).toContainText('+0.384');
    await expect(page.getByTestId('what-if')).toContainText('+0.212');
    await done(page, '0.384 later');
    await chooses(page, 'held it back', 'at 1.269 only', 'less steeply', '1.34');
  },
);
