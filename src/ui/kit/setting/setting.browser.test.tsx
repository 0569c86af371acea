import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../../model/training';
import { mount, tidy } from '../mount.test-data';
import { CONTROLS } from './controls';
import { Setting } from './setting';

afterEach(tidy);

test('a slider shows a stretch of the range: what a link says beyond it stays until it is moved', async () => {
  const changes: Partial<TrainingSettings>[] = [];
  const settings = { ...DEFAULT_TRAINING, margin: 5, learningRate: 0 };
  await mount(
    CONTROLS.filter(({ key }) => key === 'margin' || key === 'learningRate').map((control) => (
      <Setting
        key={control.key}
        control={control}
        settings={settings}
        onChange={(patch) => void changes.push(patch)}
      />
    )),
  );
  const margin = page.getByLabelText('margin');
  await expect.element(margin).toHaveAttribute('aria-valuetext', '5');
  await expect.element(margin).toHaveValue('0');
  const rate = page.getByLabelText('learning rate');
  await expect.element(rate).toHaveAttribute('aria-valuetext', '0');
  await expect.element(rate).toHaveValue('-5');
  expect(changes).toEqual([]);
  margin.element().focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(changes).toEqual([{ margin: 0.94 }]);
});
