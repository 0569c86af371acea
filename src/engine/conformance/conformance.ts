/**
 * One body of tests for all engines. An engine's own test file calls it; callers of engines cannot tell which is behind the interface,
 * and this is what holds them to it.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Engine } from '../engine';
import type { ConformanceOptions, Context } from './context';
import { forwardTests } from './forward';
import { errorTests } from './errors';
import { evaluationTests } from './evaluation';
import { forcedTests } from './forced';
import { gradientTests } from './gradients';
import { impreciseTests } from './imprecise';
import { lifecycleTests } from './lifecycle';
import { mapsTests } from './maps';
import { snapshotTests } from './snapshots';
import { traceTests } from './trace';

/**
 * @param name the engine's, for the test report
 * @param create a fresh engine; it must fail, not skip, where the engine cannot run
 */
export function conformance(
  name: string,
  create: () => Promise<Engine>,
  { small = false, tolerance = 1 }: ConformanceOptions = {},
): void {
  describe(`${name} engine`, () => {
    let shared: Engine | undefined;
    beforeAll(async () => {
      shared = await create();
    });
    afterAll(async () => {
      await shared?.dispose();
    });
    const context: Context = {
      get engine() {
        return shared!;
      },
      create,
      small,
      tolerance,
    };
    describe('forward', () => {
      forwardTests(context);
    });
    describe('maps', () => {
      mapsTests(context);
    });
    describe('one step', () => {
      gradientTests(context);
    });
    describe('training', () => {
      traceTests(context);
      snapshotTests(context);
    });
    describe('evaluation', () => {
      evaluationTests(context);
    });
    describe('forced answers', () => {
      forcedTests(context);
    });
    describe('imprecise hardware', () => {
      impreciseTests(context);
    });
    describe('life', () => {
      lifecycleTests(context);
    });
    describe('refusals', () => {
      errorTests(context);
    });
  });
}
