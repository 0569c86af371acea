import { expect, test } from 'vitest';
import { encode } from '../../../model/encode';
import { DEFAULT_MODEL, shown, testImage } from '../default-model.node';
import { figures as f } from './figures';

const { spec } = DEFAULT_MODEL;
const { image, label } = await testImage(f.image);
const { times } = encode(spec, image);

const spikes = (from: number, to: number) => times.filter((t) => t >= from && t <= to).length;

test('so much of the ink spikes, and none of the paper', () => {
  expect(label).toBe(f.label);
  expect(image.filter((byte) => byte > 0).length).toBe(f.inked);
  expect(times.filter((t) => t < Infinity).length).toBe(f.spiking);
  expect(f.inked - f.spiking).toBe(f.faint);
  expect(times.filter((t) => t === Infinity).length).toBe(f.silent);
  expect(image.filter((byte) => byte === 0).length).toBe(f.paper);
  expect(spec.input.cut).toBe(f.cut);
  image.forEach((byte, i) => {
    if (byte === 0) expect(times[i]).toBe(Infinity);
  });
});

test('so many spikes are early, and so many in the middle', () => {
  expect(times.filter((t) => t < f.early).length).toBe(f.earlySpikes);
  expect(spikes(...f.middle)).toBe(f.middleSpikes);
});

test('the pixels pointed at lie there and do that', () => {
  for (const { neuron, x, y } of [f.earlyPixel, f.middlePixel, f.faintPixel])
    expect(neuron).toBe(y * spec.input.width + x);
  for (const { neuron, time } of [f.earlyPixel, f.middlePixel])
    expect(shown(times[neuron]!)).toBe(time);
  expect(f.earlyPixel.time).toBeLessThan(f.early);
  expect(times[f.faintPixel.neuron]).toBe(Infinity);
  expect(shown(image[f.faintPixel.neuron]! / 255, 2)).toBe(f.faintPixel.intensity);
});

test('the asked pixel spikes at 1 less its ink', () => {
  const asked = new Uint8Array(image.length);
  // A byte holds 255ths: 76 and 77 lie on both sides.
  asked.set([Math.floor(f.asked * 255), Math.ceil(f.asked * 255)]);
  const [later, sooner] = encode(spec, asked).times;
  expect(f.answer).toBeGreaterThan(sooner!);
  expect(f.answer).toBeLessThan(later!);
  expect(shown(1 - f.asked)).toBe(f.answer);
});
