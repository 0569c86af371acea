import { describe, expect, it } from 'vitest';
import { until } from '../../session/session.test-data';
import { testView } from '../view.test-data';
import { AHEAD, followRace } from './follow-race';
import type { Note } from './notes';

const SPEED = 0.25;

/** A view that has run, and an instrument that writes down what it is given; its clock is set by hand. */
async function heard() {
  const { session, view } = testView();
  await session.ready;
  await until(() => view.derived.times().length > 0);
  const log: { note: Note; at: number }[] = [];
  const clock = { now: 100, hushed: 0 };
  const stop = followRace(view, {
    now: () => clock.now,
    strike: (note, at) => log.push({ note, at }),
    hush: () => clock.hushed++,
  });
  const { playback } = session;
  const end = view.derived.end();
  playback.setSpeed(SPEED);
  /** Plays for so many frames of 20 ms. */
  const frames = (count: number) => {
    for (let k = 0; k < count; k++) {
      clock.now += 0.02;
      playback.tick(0.02, end);
    }
  };
  return { session, view, playback, log, clock, end, frames, stop };
}

describe('followRace', () => {
  it('hands every note over once, ahead of its time, for the very time that the cursor comes to it', async () => {
    const { view, playback, log, clock, end, frames } = await heard();
    playback.seek(0);
    playback.play(end);
    const start = clock.now;
    frames(Math.ceil(end / SPEED / 0.02) + 2);
    const { run, answer } = view.derived.scene();
    const outputs = log.filter(({ note }) => note.voice === 'output' || note.voice === 'answer');
    const fired = [...run!.layers.at(-1)!.times].filter((t) => t < Infinity);
    expect(outputs.map(({ note }) => note.time).toSorted((a, b) => a - b)).toEqual(
      fired.toSorted((a, b) => a - b),
    );
    expect(log.filter(({ note }) => note.voice === 'answer')).toHaveLength(1);
    expect(outputs.find(({ note }) => note.voice === 'answer')!.note.time).toBe(
      answer!.decisionTime,
    );
    for (const { note, at } of log) expect(at).toBeCloseTo(start + note.time / SPEED, 6);
  });

  it('is never more than a moment ahead', async () => {
    const { playback, log, clock, end, frames } = await heard();
    playback.seek(0);
    playback.play(end);
    for (let k = 0; k < 60; k++) {
      const before = log.length;
      frames(1);
      for (const { at } of log.slice(before)) {
        expect(at).toBeGreaterThanOrEqual(clock.now);
        expect(at).toBeLessThanOrEqual(clock.now + AHEAD);
      }
    }
  });

  it('falls silent at once when it is paused, and goes on from there', async () => {
    const { view, playback, log, clock, end, frames } = await heard();
    playback.seek(0);
    playback.play(end);
    frames(60);
    const hushed = clock.hushed;
    playback.pause();
    expect(clock.hushed).toBe(hushed + 1);
    const before = log.length;
    clock.now += 7;
    const t = view.derived.cursor();
    playback.play(end);
    frames(Math.ceil((end - t) / SPEED / 0.02) + 2);
    const after = log.slice(before);
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ note }) => note.time >= t)).toBe(true);
  });

  it('takes the speed that is chosen while it plays', async () => {
    const { view, playback, log, clock, end, frames } = await heard();
    playback.seek(0);
    playback.play(end);
    frames(40);
    playback.setSpeed(1);
    const [t, now] = [view.derived.cursor(), clock.now];
    const before = log.length;
    frames(Math.ceil((end - t) / 0.02));
    for (const { note, at } of log.slice(before)) expect(at).toBeCloseTo(now + note.time - t, 6);
    expect(log.length).toBeGreaterThan(before);
  });

  it('forgets the notes of spikes that are no more', async () => {
    const { session, view, playback, log, clock, end, frames } = await heard();
    playback.seek(0);
    playback.play(end);
    frames(5);
    const hushed = clock.hushed;
    const { run } = session.spikes.store.getState();
    const late = run!.layers.map((l) => ({ ...l, times: l.times.map(() => end - 0.1) }));
    session.spikes.store.setState({ run: { ...run!, layers: late } });
    expect(clock.hushed).toBe(hushed + 1);
    const before = log.length;
    frames(Math.ceil((view.derived.end() - 0.2) / SPEED / 0.02));
    expect(log.slice(before)).toEqual([]);
  });

  it('lets a hand hear what it passes, and where it jumps only what it lands on', async () => {
    const { view, playback, log, end, clock } = await heard();
    const times = view.derived.times();
    playback.seek(0);
    log.length = 0;
    playback.seek(times[0]!);
    expect(log.map(({ at }) => at)).toEqual([clock.now]);
    log.length = 0;
    playback.seek(end);
    expect(log).toEqual([]);
    playback.seek(times.at(-1)! + 0.01);
    log.length = 0;
    playback.seek(times.at(-1)! - 0.001);
    expect(log.map(({ note }) => note.time)).toContain(times.at(-1));
    log.length = 0;
    playback.seek(null);
    expect(log).toEqual([]);
  });

  it('hears nothing any more once it is switched off', async () => {
    const { playback, log, end, frames, stop, clock } = await heard();
    playback.seek(0);
    const hushed = clock.hushed;
    stop();
    expect(clock.hushed).toBe(hushed + 1);
    log.length = 0;
    playback.play(end);
    frames(100);
    expect(log).toEqual([]);
  });
});
