/** From tile to tile by arrow keys. */
import type { NeuronRef } from '../../session/stimulus/playback';
import { centre, type Point } from './geometry';
import { boxOf, tileCells, type CircuitLayout } from './layout';

const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** How much more being off the way counts than being far along it. */
const ASIDE = 3;

/** The nearest neuron in a key's direction; the first one where none is given, null where there is none. */
export function stepTile(
  layout: CircuitLayout,
  from: NeuronRef | null,
  key: string,
): NeuronRef | null {
  const way = WAYS[key];
  if (!way) return null;
  const box = from && boxOf(layout, from);
  const all = neuronsOf(layout);
  if (!box) return all[0] ?? null;
  const here = centre(box);
  let best: NeuronRef | null = null;
  let least = Infinity;
  for (const ref of all) {
    const there = centre(boxOf(layout, ref)!);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const along = dx * way.x + dy * way.y;
    if (along < 0.5) continue;
    const score = along + ASIDE * Math.abs(dx * way.y + dy * way.x);
    if (score >= least) continue;
    least = score;
    best = ref;
  }
  return best;
}

function neuronsOf({ columns }: CircuitLayout): NeuronRef[] {
  return columns.flatMap((column) =>
    column.tiles.flatMap((tile): NeuronRef[] => {
      const { layer } = column;
      if (tile.neuron !== null) return [{ layer, neuron: tile.neuron }];
      const { grid, neuronOf } = tileCells(column, tile)!;
      return Array.from({ length: grid.count }, (_, n) => ({ layer, neuron: neuronOf(n) }));
    }),
  );
}
