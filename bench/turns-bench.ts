/** Several engines at the same training, a few steps each in turn: a machine whose pace changes does so for all of them alike. */
import type { Engine } from '../src/engine/engine';

/**
 * @param steps in all
 * @param turn steps that an engine makes before the next one's turn
 * @returns [engines, turns] seconds a step
 */
export async function measureTurns(
  engines: Pick<Engine, 'train'>[],
  steps: number,
  turn: number,
): Promise<number[][]> {
  const seconds: number[][] = engines.map(() => []);
  for (let step = 0; step < steps; step += turn) {
    const made = Math.min(turn, steps - step);
    for (const [n, engine] of engines.entries()) {
      const start = performance.now();
      await engine.train(made, () => undefined);
      seconds[n]!.push((performance.now() - start) / 1000 / made);
    }
  }
  return seconds;
}
