import { expect, it } from 'vitest';
import { createPace, type Clock } from './paced';

/** A clock that goes on when it is told to. */
function fixedClock() {
  let time = 0;
  const waiting = new Map<() => void, number>();
  const clock: Clock = {
    now: () => time,
    after(milliseconds, run) {
      waiting.set(run, time + milliseconds);
      return () => waiting.delete(run);
    },
  };
  const goTo = (to: number) => {
    for (const [run, due] of waiting) {
      if (due > to) continue;
      waiting.delete(run);
      time = due;
      run();
    }
    time = to;
  };
  return { clock, goTo };
}

it('redraws at most three times a second, however often there is something new, and draws the last of it', () => {
  const { clock, goTo } = fixedClock();
  const drawn: [time: number, value: number][] = [];
  const pace = createPace<number>((value) => drawn.push([clock.now(), value]), 1000 / 3, clock);
  for (let t = 0; t <= 2000; t += 10) {
    goTo(t);
    pace.offer(t, false);
  }
  goTo(3000);
  const gaps = drawn.slice(1).map(([t], i) => t - drawn[i]![0]);
  expect(Math.min(...gaps)).toBeCloseTo(1000 / 3, 6);
  expect(drawn.filter(([t]) => t < 1000)).toHaveLength(3);
  expect(drawn[0]).toEqual([0, 0]);
  expect(drawn.at(-1)![1]).toBe(2000);
});

it('draws at once what a person has asked for, and nothing older after it', () => {
  const { clock, goTo } = fixedClock();
  const drawn: string[] = [];
  const pace = createPace<string>((value) => drawn.push(value), 300, clock);
  pace.offer('a', false);
  pace.offer('b', false);
  expect(drawn).toEqual(['a']);
  pace.offer('c', true);
  goTo(1000);
  expect(drawn).toEqual(['a', 'c']);
});

it('draws no more once it is stopped', () => {
  const { clock, goTo } = fixedClock();
  const drawn: string[] = [];
  const pace = createPace<string>((value) => drawn.push(value), 300, clock);
  pace.offer('a', false);
  pace.offer('b', false);
  pace.stop();
  goTo(1000);
  expect(drawn).toEqual(['a']);
});
