import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { classPitch, layerPitch, notesIn, type Note } from '../../../view/sound/notes';
import { mount, tidy } from '../../kit/mount.test-data';
import { SpikesPanel } from '../spikes-panel';
import { createInstrument } from './instrument';
import { SoundButton } from './sound-button';

afterEach(tidy);

const RATE = 44_100;

/** Renders notes at their times, in seconds. @param then what else is done, at a moment */
async function rendered(
  notes: Note[],
  seconds: number,
  then?: { at: number; run: (instrument: ReturnType<typeof createInstrument>) => void },
): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, seconds * RATE, RATE);
  const instrument = createInstrument(context);
  instrument.setVolume(1);
  for (const note of notes) instrument.strike(note, note.time);
  if (then) {
    void context.suspend(then.at).then(() => {
      then.run(instrument);
      return context.resume();
    });
  }
  return (await context.startRendering()).getChannelData(0);
}

const peak = (sound: Float32Array, from: number, to: number): number =>
  sound.subarray(from * RATE, to * RATE).reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** How much of a frequency is in it. */
function amount(sound: Float32Array, frequency: number): number {
  let [re, im] = [0, 0];
  sound.forEach((x, i) => {
    re += x * Math.cos((2 * Math.PI * frequency * i) / RATE);
    im += x * Math.sin((2 * Math.PI * frequency * i) / RATE);
  });
  return Math.hypot(re, im);
}

const note = (voice: Note['voice'], time: number, frequency: number): Note => ({
  voice,
  time,
  frequency,
  loudness: 0.7,
  spikes: 1,
});

test('a note is silent before its time, sounds at its pitch, and fades away', async () => {
  const sound = await rendered([note('output', 0.3, classPitch(7, 10))], 1.2);
  expect(peak(sound, 0, 0.29)).toBeLessThan(1e-3);
  expect(peak(sound, 0.3, 0.4)).toBeGreaterThan(0.05);
  expect(peak(sound, 1, 1.2)).toBeLessThan(0.01);
  const own = amount(sound, classPitch(7, 10));
  expect(own).toBeGreaterThan(5 * amount(sound, classPitch(6, 10)));
  expect(own).toBeGreaterThan(5 * amount(sound, layerPitch(0, 2)));
});

test('the answer is a chord that no other output makes', async () => {
  const answer = await rendered([note('answer', 0, classPitch(0, 10))], 1);
  const output = await rendered([note('output', 0, classPitch(0, 10))], 1);
  const fifth = 1.5 * classPitch(0, 10);
  expect(amount(answer, fifth)).toBeGreaterThan(20 * amount(output, fifth));
});

test('nothing clips, be it thousands of spikes and a tie of all outputs', async () => {
  const layer = (times: number[]) => ({
    times: Float32Array.from(times),
    multiplicity: new Float32Array(times.length),
  });
  const crowd = Array.from({ length: 5000 }, (_, i) => i / 5000);
  const race = { layers: [layer(crowd), layer(crowd), layer(Array<number>(26).fill(0.5))] };
  const sound = await rendered(notesIn(race, { class: 0 }, { from: 0, to: 1, speed: 1 }), 1.5);
  expect(peak(sound, 0, 1.5)).toBeLessThan(1);
  // The outputs stand out from the crowd.
  expect(peak(sound, 0.5, 0.55)).toBeGreaterThan(1.5 * peak(sound, 0.3, 0.5));
});

test('it is silenced at once: what sounds, and what was still to come', async () => {
  const notes = [note('answer', 0, 600), note('output', 0.5, 700)];
  const sound = await rendered(notes, 1, { at: 0.2, run: (instrument) => instrument.hush() });
  expect(peak(sound, 0.1, 0.2)).toBeGreaterThan(0.02);
  expect(peak(sound, 0.24, 1)).toBeLessThan(2e-3);
});

test('sound is off until it is asked for, and has its volume beside it', async () => {
  const made = vi.fn<() => AudioContext>(() => new AudioContext());
  const { view, session } = await mount(
    <SpikesPanel sound={<SoundButton context={made} />} />,
    800,
  );
  const button = page.getByRole('button', { name: 'Sound of the spikes' });
  const rowHeight = () => document.querySelector('section > header')!.clientHeight;
  const before = rowHeight();
  expect(button.element().ariaPressed).toBe('false');
  session.playback.play(view.derived.end());
  session.playback.pause();
  expect(made).not.toHaveBeenCalled();
  await button.click();
  expect(button.element().ariaPressed).toBe('true');
  expect(made).toHaveBeenCalledOnce();
  // The rasters stay where they are.
  expect(rowHeight()).toBe(before);
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Sound is on/);
  await page.getByRole('slider', { name: 'Volume' }).fill('20');
  expect(view.store.getState().volume).toBe(0.2);
  await button.click();
  expect(view.store.getState().sound).toBe(false);
  await vi.waitFor(() => expect(made.mock.results[0]!.value).toHaveProperty('state', 'closed'));
});

test('where the browser has no sound a sentence says so, and the button is off again', async () => {
  const none = () => {
    throw new Error('no audio');
  };
  const { view, session } = await mount(
    <SpikesPanel sound={<SoundButton context={none} />} />,
    800,
  );
  await page.getByRole('button', { name: 'Sound of the spikes' }).click();
  expect(view.store.getState().sound).toBe(false);
  expect(session.messages.store.getState().messages.map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^The browser does not let the page sound: .* switch the sound on again\.$/,
    ),
  ]);
});
