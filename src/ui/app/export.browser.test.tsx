import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Circuit } from '../circuit/circuit';
import { circuitPicture } from '../circuit/circuit-picture';
import { mount, tidy } from '../kit/mount.test-data';
import { NeuronPanel } from '../neuron/neuron-panel';
import { SpikesPanel } from '../spikes/spikes-panel';
import { Saving } from './saving';
import { currentPalette } from '../kit/theme/palette';
import { spikesCsv } from '../../view/tables/spikes-csv';
import { contributionsOf, potentialCsv } from '../../view/tables/neuron-csv';
import { neuronPicture } from '../kit/export/neuron-picture';
import { toPng, toSvg, type Picture } from '../kit/export/picture';
import { mapPicture, rasterPicture } from '../kit/export/raster-picture';

afterEach(tidy);

/** The pixels of a picture file, on paper. */
async function pixelsOf(file: Blob): Promise<{ data: Uint8ClampedArray; width: number }> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  return {
    data: context.getImageData(0, 0, canvas.width, canvas.height).data,
    width: canvas.width,
  };
}

/** Pixels that differ by more than a little, as a share of those that are not paper. */
async function difference(picture: Picture): Promise<number> {
  const palette = currentPalette();
  const png = await pixelsOf(await toPng(picture, palette, 1));
  const svg = await pixelsOf(new Blob([toSvg(picture, palette)], { type: 'image/svg+xml' }));
  expect(svg.data.length).toBe(png.data.length);
  let different = 0;
  let ink = 0;
  for (let i = 0; i < png.data.length; i += 4) {
    const far = [0, 1, 2].some((c) => Math.abs(png.data[i + c]! - svg.data[i + c]!) > 64);
    if (far) different++;
    if ([0, 1, 2].some((c) => png.data[i + c] !== png.data[c])) ink++;
  }
  expect(ink).toBeGreaterThan(5000);
  return different / ink;
}

test('every view gives the same picture as PNG and as SVG', async () => {
  const { session, view } = await mount(<SpikesPanel />, 800);
  const neuron = { layer: 2, neuron: view.derived.scene().answer!.class! };
  const pictures = {
    rasters: rasterPicture(view),
    map: mapPicture(view),
    output: neuronPicture(view, neuron),
    input: neuronPicture(view, { layer: 0, neuron: 9 }),
    circuit: circuitPicture(view),
  };
  for (const [name, picture] of Object.entries(pictures)) {
    // The edges of letters fall on other fractions of a pixel.
    expect(await difference(picture), name).toBeLessThan(0.25);
  }
  // The scale of time begins at another end of the colours in the dark: every picture that uses it says which end is early.
  for (const picture of [pictures.rasters, pictures.map, pictures.circuit])
    expect(toSvg(picture, currentPalette())).toMatch(/>late<.*>early</s);
  // What is to come is not told before it comes.
  expect(pictures.circuit.title).toMatch(
    /^Circuit of 64-12-3, test image 1 \(label \d\): \d decides at/,
  );
  session.playback.seek(0.3);
  expect(await difference(circuitPicture(view)), 'race').toBeLessThan(0.25);
  expect(circuitPicture(view).title).toMatch(/: t = 0.300: the race is on/);
  session.playback.seek(null);
  session.playback.select(neuron);
  expect(await difference(rasterPicture(view)), 'causes').toBeLessThan(0.25);
  expect(toSvg(rasterPicture(view), currentPalette())).toMatch(/▽ holds it back</);
  const { title } = rasterPicture(view);
  expect(title).toMatch(/^Rasters of 64-12-3, test image 1 \(label \d\): \d decides at/);
});

test('the CSV has every neuron with its time, ghost, shift and contribution', async () => {
  const { session, view } = await mount(<SpikesPanel />, 800);
  await session.training.step();
  const { derived } = view;
  const answer = derived.scene().answer!.class!;
  session.playback.select({ layer: 2, neuron: answer });
  const lines = spikesCsv(view).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + 64 + 12 + 3);
  expect(lines[0]).toBe(
    'layer,neuron,name,time,multiplicity,ghost_time,shift,contribution,dE_dt,x,y,channel',
  );
  const hidden = lines.filter((line) => line.startsWith('hidden,')).map((line) => line.split(','));
  const { times } = derived.run()!.layers[1]!;
  expect(hidden.map((cells) => (cells[3] === '' ? Infinity : Number(cells[3])))).toEqual([
    ...times,
  ]);
  const sum = hidden.reduce((total, cells) => total + Number(cells[7]), 0);
  expect(sum).toBeCloseTo(1, 5);
  const both = hidden.filter((cells) => cells[3] !== '' && cells[5] !== '');
  expect(both.length).toBeGreaterThan(0);
  for (const cells of both) {
    expect(Number(cells[6])).toBeCloseTo(Number(cells[3]) - Number(cells[5]), 6);
  }
});

test("a neuron's CSV has its contributions, and its potential knot by knot", async () => {
  const { view } = await mount(<NeuronPanel />, 800);
  const ref = { layer: 2, neuron: view.derived.scene().answer!.class! };
  const { contributions, knots } = view.derived.explanation(ref)!;
  expect(contributionsOf(view, ref).trimEnd().split('\r\n')).toHaveLength(contributions.length + 1);
  const rows = potentialCsv(view, ref).trimEnd().split('\r\n').slice(1);
  expect(rows.map((row) => Number(row.split(',')[1]))).toEqual(knots.map((k) => k.potential));
});

test('the menu hands out the files', async () => {
  const { view } = await mount(<SpikesPanel circuit={<Circuit />} saving={<Saving />} />, 800);
  const names: string[] = [];
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  try {
    for (const choice of ['Picture (PNG)', 'Picture (SVG)', 'Data (CSV)']) {
      await page.getByRole('button', { name: 'Save the rasters' }).click();
      await page.getByRole('button', { name: choice }).click();
    }
    await expect.poll(() => names).toEqual(['rasters.png', 'rasters.svg', 'spikes.csv']);
    names.length = 0;
    view.store.setState({ shows: 'circuit' });
    for (const choice of ['Picture (PNG)', 'Picture (SVG)']) {
      await page.getByRole('button', { name: 'Save the circuit' }).click();
      await page.getByRole('button', { name: choice }).click();
    }
    await expect.poll(() => names).toEqual(['circuit.png', 'circuit.svg']);
  } finally {
    clicks.mockRestore();
  }
});
