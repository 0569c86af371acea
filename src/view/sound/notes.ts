/**
 * The race as notes: which spikes of a stretch of time are heard, and how. What is mapped to what, and why, is written down in
 * docs/decisions/page.md.
 */
import type { SampleRun } from '../../engine/engine';
import type { Readout } from '../../model/readout';

export type Voice = 'input' | 'hidden' | 'output' | 'answer';

export interface Note {
  voice: Voice;
  /** When it sounds, in the model's time. */
  time: number;
  /** In Hz. */
  frequency: number;
  /** [0, 1] */
  loudness: number;
  /** Spikes that it stands for. */
  spikes: number;
}

/** Seconds within which the ear hears spikes of a layer as one: they are one note, the louder the more they are. */
export const FUSED = 0.025;

/** As many spikes at once are as loud as a layer gets. */
const FULL = 16;

/** How loud a voice is at most: what there is most of must not cover what the race is about. */
const LOUDEST: Record<Voice, number> = { input: 0.22, hidden: 0.34, output: 0.7, answer: 1 };

/** Steps of a pentatonic scale, in semitones: any of its notes sound well together. */
const PENTATONIC = [0, 2, 4, 7, 9];

/** A little loudspeaker plays nothing much lower. */
const G3 = 196;
const C5 = 523.25;
const semitones = (from: number, n: number): number => from * 2 ** (n / 12);

/** Of a layer below the outputs, in Hz: the input on G3, each later one higher, all below the lowest output. @param below how many there are */
export function layerPitch(layer: number, below: number): number {
  const step = Math.min(5, Math.floor(16 / Math.max(1, below - 1)));
  return semitones(G3, step * layer);
}

/** From the lowest class to the highest of many: a little loudspeaker plays nothing much higher, either. */
const MOST_SEMITONES = 25;

/** Of a class: from C5 upwards, by the pentatonic scale; by semitones, or smaller steps still, where that would go up too far. In Hz. */
export function classPitch(c: number, classes: number): number {
  if (classes > 11) return semitones(C5, c * Math.min(1, MOST_SEMITONES / (classes - 1)));
  return semitones(C5, 12 * Math.floor(c / 5) + PENTATONIC[c % 5]!);
}

interface Stretch {
  /** Model time: [from, to). */
  from: number;
  to: number;
  /** Model time a second. */
  speed: number;
}

/**
 * What is heard from `from` on and before `to`, in order of time. A stretch that is cut into several gives the same notes as the
 * whole: spikes are put together by where they lie on the time axis, and their note stands at the first of them.
 */
export function notesIn(
  { layers }: Pick<SampleRun, 'layers'>,
  answer: Pick<Readout, 'class'> | null,
  { from, to, speed }: Stretch,
): Note[] {
  const notes: Note[] = [];
  const outputs = layers.length - 1;
  layers.forEach(({ times }, layer) => {
    if (layer < outputs) {
      notes.push(...thinned(times, layer, outputs, { from, to, speed }));
    } else notes.push(...outputNotes(times, answer?.class ?? null, from, to));
  });
  return notes.sort((a, b) => a.time - b.time);
}

/** One note for all spikes of a layer that the ear does not tell apart. */
function thinned(
  times: ArrayLike<number>,
  layer: number,
  below: number,
  { from, to, speed }: Stretch,
): Note[] {
  const width = FUSED * speed;
  const first = new Map<number, { time: number; spikes: number }>();
  for (let i = 0; i < times.length; i++) {
    const time = times[i]!;
    if (!(time < Infinity) || time < from - width || time >= to + width) continue;
    const place = Math.floor(time / width);
    const there = first.get(place);
    if (!there) first.set(place, { time, spikes: 1 });
    else {
      there.time = Math.min(there.time, time);
      there.spikes++;
    }
  }
  return [...first.values()]
    .filter(({ time }) => time >= from && time < to)
    .map(({ time, spikes }) => layerNote(layer, below, time, spikes));
}

/** A layer's spikes as one note. */
function layerNote(layer: number, below: number, time: number, spikes: number): Note {
  const voice = layer === 0 ? 'input' : 'hidden';
  const loudness = LOUDEST[voice] * Math.min(1, Math.sqrt(spikes / FULL));
  return { voice, time, frequency: layerPitch(layer, below), loudness, spikes };
}

/** Every output is heard, those of a tie too; the one that answers in a voice of its own. */
function outputNotes(
  times: ArrayLike<number>,
  winner: number | null,
  from: number,
  to: number,
): Note[] {
  return Array.from(times, (time, c): Note => {
    const voice = c === winner ? 'answer' : 'output';
    const frequency = classPitch(c, times.length);
    return { voice, time, frequency, loudness: LOUDEST[voice], spikes: 1 };
  }).filter(({ time }) => time >= from && time < to);
}

/** What a hand hears that moves the cursor: of each layer one note for all spikes passed, and every output passed; all at once. */
export function notesPassed(
  { layers }: Pick<SampleRun, 'layers'>,
  answer: Pick<Readout, 'class'> | null,
  passed: (time: number) => boolean,
): Note[] {
  const outputs = layers.length - 1;
  return layers.flatMap(({ times }, layer) => {
    if (layer === outputs) {
      return outputNotes(times, answer?.class ?? null, 0, Infinity).filter((n) => passed(n.time));
    }
    const hit = Array.from(times).filter((time) => time < Infinity && passed(time));
    return hit.length === 0 ? [] : [layerNote(layer, outputs, Math.min(...hit), hit.length)];
  });
}

/** One note a layer and one an output, in the order of the layers, `apart` in time: what each is heard as. */
export function legendNotes(layers: number, classes: number, apart: number): Note[] {
  const below = Array.from({ length: layers - 1 }, (_, layer) => {
    const voice = layer === 0 ? ('input' as const) : ('hidden' as const);
    return { voice, frequency: layerPitch(layer, layers - 1) };
  });
  const ends = [0, classes - 1].map((c) => ({
    voice: 'output' as const,
    frequency: classPitch(c, classes),
  }));
  const answer = { voice: 'answer' as const, frequency: classPitch(0, classes) };
  return [...below, ...ends, answer].map((note, k) => ({
    ...note,
    time: k * apart,
    loudness: LOUDEST[note.voice],
    spikes: 1,
  }));
}
