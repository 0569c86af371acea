import { expect, test } from 'vitest';
import { createCompany } from './company';

/** Jobs of a millisecond, of which `lost` goes by with waiting: how many of `jobs` are shared. */
function sharedOf(jobs: number, lost: number, company: ReturnType<typeof start>): number {
  let shared = 0;
  for (let n = 0; n < jobs; n++) {
    const together = company.together();
    company.time += 1;
    if (!together) continue;
    shared++;
    company.worked(1, lost);
  }
  return shared;
}

function start() {
  const clock = { time: 0 };
  return Object.assign(
    clock,
    createCompany(() => clock.time),
  );
}

test('threads that wait little for one another share every job', () => {
  expect(sharedOf(2000, 0.3, start())).toBe(2000);
});

test('threads that lose more than they gain leave the work to one, try again, and come back when it is worth it', () => {
  const company = start();
  // 20 ms of every try, and pauses of 40, 80, 160, 320 and 640 ms between them.
  expect(sharedOf(20 + 40 + 20 + 80 + 20 + 160 + 20, 0.6, company)).toBe(80);
  expect(sharedOf(3000, 0.6, company)).toBeLessThan(150);
  expect(sharedOf(2000, 0.1, company)).toBeGreaterThan(2000 - 641);
});
