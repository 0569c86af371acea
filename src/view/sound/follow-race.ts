/** Has the race heard: what the cursor comes to is handed to an instrument, a little ahead, by the instrument's own clock. */
import type { SampleRun } from '../../engine/engine';
import type { PlaybackState } from '../../session/stimulus/playback';
import type { View } from '../view';
import { notesIn, notesPassed, type Note } from './notes';

export interface Instrument {
  /** Its clock, in seconds: that of the sound card, and not of the page. */
  now: () => number;
  /** @param at by its clock */
  strike: (note: Note, at: number) => void;
  /** Silences at once what sounds and what is still to come. */
  hush: () => void;
}

/** Seconds of notes that are handed over beforehand: longer than a frame takes on a busy page, or a note would come late. */
export const AHEAD = 0.15;

/** A hand that moves the cursor farther than this at once jumps: it hears what it lands on, and not all that lies between. */
const JUMP = 0.1;

/** Follows the cursor from now on. Returns what ends it, and silences the instrument. */
export function followRace(view: View, instrument: Instrument): () => void {
  const { session, derived } = view;
  const { playback } = session;
  /** Model time up to which notes are handed over; null: it does not play. */
  let until: number | null = null;
  let heard: SampleRun | null = null;
  let cursor = derived.cursor();

  const play = ({ t: at, speed }: PlaybackState, anew: boolean) => {
    const { run, answer } = derived.scene();
    const t = at ?? 0;
    if (anew || until === null || run !== heard) {
      instrument.hush();
      until = t;
      heard = run;
    }
    if (!run) return;
    const to = t + AHEAD * speed;
    if (to <= until) return;
    const now = instrument.now();
    for (const note of notesIn(run, answer, { from: until, to, speed })) {
      instrument.strike(note, now + Math.max(0, note.time - t) / speed);
    }
    until = to;
  };

  const move = (from: number, to: number) => {
    const { run, answer } = derived.scene();
    if (!run || from === to) return;
    const jump = Math.abs(to - from) > JUMP;
    const passed = (time: number) =>
      time === to ||
      (!jump && time !== from && time > Math.min(from, to) && time < Math.max(from, to));
    const now = instrument.now();
    for (const note of notesPassed(run, answer, passed)) instrument.strike(note, now);
  };

  const stops = [
    playback.store.subscribe((state, before) => {
      if (state.playing) {
        play(state, !before.playing || state.speed !== before.speed);
      } else if (before.playing) {
        until = null;
        // What plays to the end may fade away.
        if ((state.t ?? 0) < derived.end()) instrument.hush();
      } else if (state.t !== null && state.t !== before.t) {
        move(cursor, state.t);
      }
      cursor = derived.cursor();
    }),
    // Notes of spikes that are no more: the next frame hands over those of the new ones.
    session.spikes.store.subscribe(({ run }, before) => {
      if (until !== null && run !== before.run) instrument.hush();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    instrument.hush();
  };
}
