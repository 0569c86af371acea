import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { answer, open, settledAnswer } from './page';

const fixture = (name: string) => `src/files/nir/fixtures/${name}`;

test('NIR: what it cannot say is said, a saved file opens unchanged, others ask or are refused by the name of a node @slow', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await open(page, { query: '?engine=cpu' });
  const before = await settledAnswer(page);
  expect(fetched.filter((url) => url.includes('hdf5'))).toEqual([]);
  await page.getByTestId('model-save-nir').click();
  await expect(page.getByTestId('nir-unsaid')).toContainText(
    'Deadlines: layer l may fire until l times 3',
  );
  const download = page.waitForEvent('download');
  await page.getByTestId('nir-save').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('784-128-10.nir');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const buffer = readFileSync(await file.path());

  await page.getByTestId('train-reset').click();
  await expect.poll(() => answer(page)).not.toBe(before);
  const load = page.getByTestId('model-load');
  await load.setInputFiles({ name: 'back.nir', mimeType: '', buffer });
  await expect.poll(() => answer(page)).toBe(before);

  const error = page.getByTestId('error').first();
  await load.setInputFiles(fixture('cnn_sinabs.nir'));
  await expect(error).toContainText('The node 4 (SumPool2d) adds up the spikes');
  await load.setInputFiles({ name: 'cut.nir', mimeType: '', buffer: buffer.subarray(0, 9000) });
  await expect(error).toContainText('cut.nir: The file is truncated');
  expect(await answer(page)).toBe(before);

  const notice = await page.request.get('licences/h5wasm.txt');
  expect(await notice.text()).toContain('NIST-developed software is provided by NIST');

  await load.setInputFiles(fixture('ramp_6-5-3.nir'));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('a network 6-5-3, but does not say which images they read');
  await expect(dialog.getByLabel('threshold')).toHaveCount(0);
  await page.getByTestId('describe-open').click();
  await expect(page.getByTestId('network')).toContainText('6 → 5 → 3');
});

test(
  'NIR: a damaged file without end is ended, named, and leaves the page as it was',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: '?engine=cpu' });
    const before = await settledAnswer(page);
    // One byte of a group's names, in which HDF5 goes round for ever.
    const buffer = readFileSync(fixture('ramp_6-5-3.nir'));
    buffer[2592] = 219;
    await page
      .getByTestId('model-load')
      .setInputFiles({ name: 'endless.nir', mimeType: '', buffer });
    await expect(page.getByTestId('error').first()).toContainText(
      'endless.nir: The file could not be read within 10 s: it is damaged, or too large.',
      { timeout: 20_000 },
    );
    expect(await answer(page)).toBe(before);
  },
);
