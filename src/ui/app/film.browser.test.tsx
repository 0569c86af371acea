import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { circuitPicture } from '../circuit/circuit-picture';
import { mount, tidy } from '../kit/mount.test-data';
import { filmStore, type Film } from '../kit/export/film';
import type { Picture } from '../kit/export/picture';
import { potentialPicture } from '../kit/export/potential-picture';
import { rasterPicture } from '../kit/export/raster-picture';
import { paletteOf, type Palette } from '../kit/theme/palette';
import type { View } from '../../view/view';
import FilmDialog from '../film/film-dialog';
import { frameCount, frameSize, makeFilm, type FilmSettings } from '../film/make-film';
import { filmFormats } from '../film/writers';

afterEach(tidy);

type Frame = Uint8ClampedArray;

const WIDTH = 480;
const SPEED = 1;
const RASTERS: Film = { what: 'the rasters', name: 'rasters', picture: rasterPicture };

function pixelsOf(
  size: { width: number; height: number },
  draw: (context: CanvasRenderingContext2D) => void,
): Frame {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d')!;
  draw(context);
  return context.getImageData(0, 0, size.width, size.height).data;
}

/** The still picture, as large as a frame. */
function pictureAt(picture: Picture, palette: Palette): Frame {
  const size = frameSize(picture, WIDTH);
  return pixelsOf(size, (context) => {
    context.scale(size.width / picture.width, size.height / picture.height);
    picture.draw(context, palette);
  });
}

/** Mean difference of two frames, of 255. */
function difference(a: Frame, b: Frame): number {
  expect(a.length).toBe(b.length);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}

/** Pixels in a colour, below the head with its legend: marks. */
function coloured(frame: Frame): number {
  let count = 0;
  const head = Math.ceil((58 * WIDTH) / 960) * WIDTH * 4;
  for (let i = head; i < frame.length; i += 4) {
    const rgb = [frame[i]!, frame[i + 1]!, frame[i + 2]!];
    if (Math.max(...rgb) - Math.min(...rgb) > 60) count++;
  }
  return count;
}

interface Decoded {
  count: number;
  first: Frame;
  last: Frame;
  size: { width: number; height: number };
}

/** Pixels that are not paper. */
function inked(frame: Frame): number {
  let count = 0;
  for (let i = 0; i < frame.length; i += 4) if (frame[i]! < 225) count++;
  return count;
}

async function decodeWebm(file: Blob): Promise<Decoded> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  const track = (await input.getPrimaryVideoTrack())!;
  const { packetCount: count } = await track.computePacketStats();
  const size = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() };
  const sink = new VideoSampleSink(track);
  const frameAt = async (seconds: number): Promise<Frame> => {
    const sample = (await sink.getSample(seconds))!;
    const frame = pixelsOf(size, (context) => sample.draw(context, 0, 0));
    sample.close();
    return frame;
  };
  const first = await frameAt(0);
  return { count, first, last: await frameAt(await track.computeDuration()), size };
}

async function decodeGif(file: Blob): Promise<Decoded> {
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: file.type });
  await decoder.tracks.ready;
  const count = decoder.tracks.selectedTrack!.frameCount;
  const frameAt = async (frameIndex: number) => {
    const { image } = await decoder.decode({ frameIndex });
    const size = { width: image.displayWidth, height: image.displayHeight };
    return { size, frame: pixelsOf(size, (context) => context.drawImage(image, 0, 0)) };
  };
  const { frame: first, size } = await frameAt(0);
  return { count, first, last: (await frameAt(count - 1)).frame, size };
}

const decode = (file: Blob) => (file.type === 'image/gif' ? decodeGif(file) : decodeWebm(file));

function film(
  view: View,
  of: Film,
  settings: Partial<FilmSettings>,
  onProgress: (share: number) => void = () => undefined,
): Promise<Blob> {
  const usual = {
    format: 'webm',
    width: WIDTH,
    palette: paletteOf('light'),
    speed: SPEED,
  } as const;
  const signal = new AbortController().signal;
  return makeFilm(view, of, { ...usual, ...settings }, { signal, onProgress });
}

/** The picture that a view gives at the end of the axis. */
function atTheEnd(view: View, of: (view: View) => Picture): Frame {
  view.session.playback.seek(view.derived.end());
  return pictureAt(of(view), paletteOf('light'));
}

test('a film in either format has a frame a moment, hides what is to come and ends with the picture', async () => {
  const { view } = await mount(null, 800);
  const count = frameCount(view.derived.end(), SPEED);
  expect(count).toBeGreaterThan(20);
  for (const format of ['webm', 'gif'] as const) {
    const shares: number[] = [];
    const made = await decode(await film(view, RASTERS, { format }, (share) => shares.push(share)));
    expect(made.count, format).toBe(count);
    expect(shares).toHaveLength(count);
    expect(shares.at(-1)).toBe(1);
    expect(made.size.width).toBe(WIDTH);
    const end = atTheEnd(view, rasterPicture);
    // Compressed, so that edges are softer.
    expect(difference(made.last, end), format).toBeLessThan(2.5);
    expect(difference(made.first, end), format).toBeGreaterThan(difference(made.last, end) + 1);
    expect(coloured(made.first), format).toBeLessThan(0.3 * coloured(made.last));
    // The picture just after the start has the later marks, pale; the film has none of them.
    view.session.playback.seek(1e-4);
    const pale = pictureAt(rasterPicture(view), paletteOf('light'));
    expect(inked(pale) - inked(made.first), format).toBeGreaterThan(400);
  }
});

test('a film stays the same whatever the page does meanwhile, light on a dark page or dark on a light one', async () => {
  const { session, view } = await mount(null, 800);
  const palette = paletteOf('dark');
  expect(palette.panel).not.toBe(paletteOf('light').panel);
  const settings = { format: 'gif', palette } as const;
  const alone = await film(view, RASTERS, settings);
  let moved = false;
  const beside = await film(view, RASTERS, settings, (share) => {
    if (moved || share < 0.3) return;
    moved = true;
    session.stimulus.show('test', 1);
    session.playback.seek(0.1);
    session.playback.select({ layer: 1, neuron: 3 });
  });
  expect(moved).toBe(true);
  expect(new Uint8Array(await beside.arrayBuffer())).toEqual(
    new Uint8Array(await alone.arrayBuffer()),
  );
});

test('the circuit and a potential are filmed as well', async () => {
  const { view } = await mount(null, 800);
  const ref = { layer: 2, neuron: view.derived.scene().answer!.class! };
  const films = { circuit: circuitPicture, potential: (v: View) => potentialPicture(v, ref) };
  for (const [name, picture] of Object.entries(films)) {
    const made = await decode(await film(view, { what: name, name, picture }, { format: 'gif' }));
    const { filmEnd } = picture(view);
    expect(filmEnd, name).toBeLessThanOrEqual(view.derived.end());
    expect(made.count, name).toBe(frameCount(filmEnd!, SPEED));
    view.session.playback.seek(filmEnd!);
    const end = pictureAt(picture(view), paletteOf('light'));
    expect(difference(made.last, end), name).toBeLessThan(2.5);
    expect(difference(made.first, made.last), name).toBeGreaterThan(1);
  }
});

test('the dialog hands out the film; without MediaRecorder it is a GIF; cancelled it hands out nothing', async () => {
  await mount(null, 800);
  expect(filmFormats()).toEqual(['webm', 'gif']);
  const { MediaRecorder } = globalThis;
  Reflect.deleteProperty(globalThis, 'MediaRecorder');
  expect(filmFormats()).toEqual(['gif']);
  filmStore.setState({ film: RASTERS });
  const names: string[] = [];
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  try {
    tidy();
    await mount(<FilmDialog />, 800);
    const dialog = page.getByRole('dialog', { name: 'Film of the rasters' });
    await expect.element(dialog).toHaveTextContent('This browser writes no WebM');
    await page.getByRole('button', { name: 'Make the film' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const width = page.getByRole('spinbutton', { name: 'Width in pixels' });
    await width.fill('99');
    await expect.element(dialog).toHaveTextContent('Type a width of 320 to 3840 pixels.');
    await page.getByRole('radio', { name: '640' }).click();
    await page.getByRole('combobox', { name: 'Model time a second' }).selectOptions('1');
    expect(names).toEqual([]);
    await page.getByRole('button', { name: 'Make the film' }).click();
    await expect.poll(() => names).toEqual(['rasters.gif']);
    await expect
      .element(page.getByTestId('film-saved'))
      .toHaveTextContent('The film is saved as rasters.gif.');
    await expect.element(page.getByRole('button', { name: 'Make the film' })).toBeVisible();
  } finally {
    clicks.mockRestore();
    Object.assign(globalThis, { MediaRecorder });
  }
});
