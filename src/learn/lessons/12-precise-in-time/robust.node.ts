/** The shipped network on imprecise hardware, as the page's dialog begins. For tests. */
import type { Engine } from '../../../engine/engine';
import { robustness } from '../../../engine/robustness';
import { IMPERFECTIONS, PRECISE, type Imperfection } from '../../../model/imprecise';
import { engineWith, mnist, shippedNetwork } from '../testing.node';
import { figures } from './figures';

export async function shippedEngine(): Promise<Engine> {
  const engine = await engineWith(shippedNetwork('784-128-10'));
  await engine.setData('test', await mnist('test'));
  return engine;
}

/** Accuracy at those of the page's levels that `named` has as keys. */
export async function robustnessAt(
  engine: Engine,
  imperfection: Imperfection,
  named: object,
): Promise<Record<string, number>> {
  const levels = IMPERFECTIONS[imperfection].levels.filter((level) => String(level) in named);
  const plan = { imperfection, levels, base: PRECISE, repeats: figures.seeds };
  const found: Record<string, number> = {};
  for await (const { level, accuracy } of robustness(engine, plan)) found[level] = accuracy;
  return found;
}
