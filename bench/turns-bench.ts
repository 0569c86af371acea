/** Several engines at the same training, a few steps each in turn: a machine whose pace changes does so for all of them alike. */
import type { Engine } from '../src/engine/engine';

/**
 * @param epochs to train
 * @param steps an epoch has
 * @param turn steps that an engine makes before the next one's turn
 * @returns [engines, epochs] seconds an epoch
 */
export async function measureTurns(
  engines: Engine[],
  epochs: number,
  steps: number,
  turn: number,
): Promise<number[][]> {
  const seconds = engines.map(() => new Array<number>(epochs).fill(0));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let step = 0; step < steps; step += turn) {
      for (const [n, engine] of engines.entries()) {
        const start = performance.now();
        await engine.train(Math.min(turn, steps - step), () => undefined);
        seconds[n]![epoch]! += (performance.now() - start) / 1000;
      }
    }
  }
  return seconds;
}
