import { expect, test } from '@playwright/test';
import { draw, open } from './page';

test.use({
  launchOptions: async ({ launchOptions }, provide) => {
    const args = [
      ...(launchOptions.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ];
    await provide({ ...launchOptions, args });
  },
});

test('the camera is read live, kept, and gone when something is drawn; refused, it says so', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const camera = page.getByTestId('camera');
  await camera.click();
  await expect(page.getByTestId('camera-bar')).toContainText('Hold a sheet');
  // Chromium's camera shows a wheel that turns.
  const pad = page.getByTestId('drawing-pad').locator('canvas');
  const seen = () => pad.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const first = await seen();
  await expect.poll(seen).not.toBe(first);
  await page.getByTestId('camera-keep').click();
  await expect(page.getByTestId('camera-bar')).toHaveCount(0);
  await expect(page.getByTestId('picture-bar')).toContainText('camera');
  await expect(camera).toHaveAttribute('aria-pressed', 'false');

  await camera.click();
  await expect(page.getByTestId('camera-bar')).toContainText('Hold a sheet');
  await draw(page, [
    [
      [0.5, 0.2],
      [0.5, 0.8],
    ],
  ]);
  await expect(page.getByTestId('camera-bar')).toHaveCount(0);
  await expect(page.getByTestId('picture-bar')).toHaveCount(0);

  // Pulled out in the middle: what it saw last stays.
  const drawn = await seen();
  await camera.click();
  await expect.poll(seen).not.toBe(drawn);
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    for (const track of (video.srcObject as MediaStream).getTracks())
      track.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByTestId('error')).toContainText(
    'The camera is gone; what it saw last stays on the pad.',
  );
  await expect(page.getByTestId('camera-bar')).toHaveCount(0);
  await expect(page.getByTestId('picture-bar')).toContainText('camera');

  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await camera.click();
  await expect(page.getByTestId('error')).toContainText('The camera was not allowed');
});
