/** The exported pictures in programs that are no browser: their colours are SVG 1.1's, and a second renderer shows the same. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm?url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { mount, tidy } from '../kit/mount.test-data';
import { SpikesPanel } from '../spikes/spikes-panel';
import { currentPalette } from '../kit/theme/palette';
import { chooseTheme } from '../kit/theme/theme';
import { neuronPicture } from '../kit/export/neuron-picture';
import { toSvg, type Picture } from '../kit/export/picture';
import type { View } from '../../view/view';
import { mapPicture, rasterPicture } from '../kit/export/raster-picture';

beforeAll(() => initWasm(fetch(resvgWasm)));

afterEach(() => {
  tidy();
  chooseTheme('system');
});

function pictures(view: View): Record<string, Picture> {
  const output = { layer: 2, neuron: view.derived.scene().answer!.class! };
  return {
    rasters: rasterPicture(view),
    map: mapPicture(view),
    output: neuronPicture(view, output),
    input: neuronPicture(view, { layer: 0, neuron: 9 }),
  };
}

/** Colours that programs for SVG 1.1 know; Inkscape shows CSS's `rgb(1 2 3)` as black. */
const SVG_COLOUR = /^(none|#[0-9a-f]{3}|#[0-9a-f]{6})$/;

function foreignColours(svg: string): string[] {
  const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour!);
  expect(colours.length).toBeGreaterThan(10);
  return colours.filter((colour) => !SVG_COLOUR.test(colour));
}

async function inBrowser(svg: string): Promise<Uint8ClampedArray> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d')!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.naturalWidth, image.naturalHeight).data;
}

/** Pixels that the second renderer paints otherwise, as a share of those that are not paper. Text is left out: it has no fonts. */
async function difference(withText: string): Promise<number> {
  const svg = withText.replaceAll(/<text[^]*?<\/text>/g, '');
  const ours = await inBrowser(svg);
  const other = new Resvg(svg).render().pixels;
  expect(other.length).toBe(ours.length);
  const far = (i: number, from: ArrayLike<number>, at: number): boolean =>
    [0, 1, 2].some((c) => Math.abs(ours[i + c]! - from[at + c]!) > 48);
  let ink = 0;
  let different = 0;
  for (let i = 0; i < ours.length; i += 4) {
    if (far(i, ours, 0)) ink++;
    if (far(i, other, i)) different++;
  }
  expect(ink).toBeGreaterThan(500);
  return different / ink;
}

test.each(['light', 'dark'] as const)(
  'pictures in %s look the same outside a browser, with and without a selected neuron',
  async (theme) => {
    chooseTheme(theme);
    const { session, view } = await mount(<SpikesPanel />, 800);
    for (const selected of [false, true]) {
      if (selected) session.playback.select({ layer: 2, neuron: 1 });
      for (const [name, picture] of Object.entries(pictures(view))) {
        const svg = toSvg(picture, currentPalette());
        expect(foreignColours(svg), name).toEqual([]);
        // Edges fall on other fractions of a pixel.
        expect(await difference(svg), name).toBeLessThan(0.05);
      }
    }
  },
);
