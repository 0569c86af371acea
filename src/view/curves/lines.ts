/** Which lines a measure of a run has, and where the values of each are read. */
import type { CurvePoint } from '../../session/training/series';
import { silentShare, type Measure, type RunCurve } from './run-curve';
import { FIRST, LAYERS, OUTPUT, SECOND, type Stroke } from './strokes';

export interface Line extends Stroke {
  key: string;
  label: string;
  /** Whether each point is marked: where there are few of them the line alone would not show where they lie. */
  dots: boolean;
}

/** A place on the x axis (epochs, or steps where these are unknown) and the lines' values there. */
export type Row = { x: number } & Record<string, number | undefined>;

function layerName(layer: number, layers: number): string {
  if (layer === 0) return 'input';
  if (layer === layers - 1) return 'output';
  return layers > 3 ? `hidden ${layer}` : 'hidden';
}

type Value = (point: CurvePoint) => number;

export interface Source {
  line: Omit<Line, 'dots'>;
  /** From the training steps. */
  value?: Value;
  /** From the evaluations of the test set. */
  test?: 'accuracy' | 'loss';
  /** From the norms of this layer, 0 the first after the input. */
  norm?: { of: 'weights' | 'errors'; layer: number };
}

/** Layers `from` on, each a line. */
function layerLines(
  layers: number,
  names: readonly string[],
  from: number,
  source: (layer: number) => Omit<Source, 'line'>,
) {
  return Array.from({ length: layers - from }, (_, i): Source => {
    const l = i + from;
    const stroke = l === layers - 1 ? OUTPUT : LAYERS[l]!;
    const label = names[l] ?? layerName(l, layers);
    return { line: { key: `layer${l}`, label, ...stroke }, ...source(l) };
  });
}

export function linesOf(
  measure: Measure,
  layers: number,
  { sizes = [], names = [] }: Pick<RunCurve, 'sizes' | 'names'>,
): Source[] {
  switch (measure) {
    case 'accuracy':
    case 'loss':
      return [
        { line: { key: 'batch', label: 'training', ...SECOND }, value: (p) => p[measure] },
        { line: { key: 'test', label: 'test', ...FIRST }, test: measure },
      ];
    case 'spikes':
      return layerLines(layers, names, 0, (l) => ({ value: (p) => p.spikes[l]! }));
    case 'silent':
      return layerLines(layers, names, 1, (l) => ({
        value: (p) => silentShare(p.spikes[l]!, sizes[l]),
      }));
    case 'weights':
    case 'errors':
      return layerLines(layers, names, 1, (l) => ({ norm: { of: measure, layer: l - 1 } }));
    case 'decision':
      return [
        { line: { key: 'decision', label: 'decides at', ...FIRST }, value: (p) => p.decisionTime },
      ];
  }
}
