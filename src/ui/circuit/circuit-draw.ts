/** Puts the circuit together from what is looked at: what stands still is drawn once, what moves at every frame. */
import { createCircuit, type Circuit } from '../../view/circuit/circuit';
import type { Direction } from '../../view/circuit/geometry';
import type { CircuitColumn } from '../../view/circuit/layout';
import type { Synapse } from '../../view/circuit/synapses';
import type { View } from '../../view/view';
import type { Palette } from '../kit/theme/palette';
import type { Draw, Frame } from '../kit/use-canvas';
import { drawMoving } from './draw-moving';
import { drawStill } from './draw-still';
import { fieldPictures, type FieldPictures } from './field-pictures';

export interface CircuitDraw {
  draw: Draw;
  /** What is drawn at a size; null until there is something. */
  circuitAt: (width: number, height: number) => Circuit | null;
}

/** Below this width the columns stand one below the other. */
export const DOWN_BELOW = 560;

export function directionFor(width: number): Direction {
  return width < DOWN_BELOW ? 'down' : 'across';
}

interface Still {
  circuit: Circuit;
  palette: Palette;
  ended: boolean;
  ratio: number;
  canvas: HTMLCanvasElement;
}

/** @param reduced whether motion is to be left out; @param pointed the synapse pointed at */
export function circuitDraw(
  { session, derived }: View,
  reduced: boolean,
  pointed: () => Synapse | null,
): CircuitDraw {
  const circuitOf = createCircuit(derived);
  const picturesOf = createPictures();
  let still: Still | null = null;

  const circuitAt = (width: number, height: number): Circuit | null =>
    width > 0 && height > 0 ? circuitOf({ width, height, direction: directionFor(width) }) : null;

  function stillOf(circuit: Circuit, ended: boolean, frame: Frame): HTMLCanvasElement {
    const { palette, ratio, width, height } = frame;
    if (
      still?.circuit === circuit &&
      still.palette === palette &&
      still.ended === ended &&
      still.ratio === ratio
    )
      return still.canvas;
    const canvas = still?.canvas ?? document.createElement('canvas');
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const pictures = (column: CircuitColumn) => picturesOf(circuit, column, palette);
    drawStill(context, palette, { circuit, ended, pictures });
    still = { circuit, palette, ended, ratio, canvas };
    return canvas;
  }

  return {
    draw(ctx, frame) {
      const { width, height, palette } = frame;
      const circuit = circuitAt(width, height);
      if (!circuit) return;
      const t = derived.cursor();
      ctx.drawImage(stillOf(circuit, t >= circuit.end, frame), 0, 0, width, height);
      drawMoving(ctx, palette, {
        circuit,
        t,
        moving: !reduced,
        selected: derived.selected(),
        hovered: session.playback.store.getState().hovered,
        synapse: pointed(),
        pictures: (column) => picturesOf(circuit, column, palette),
      });
    },
    circuitAt,
  };
}

/** The pictures of every layer, until its weights, its tiles or the theme change. */
function createPictures() {
  const known = new Map<
    number,
    { weights: unknown; palette: Palette; neurons: string; pictures: FieldPictures }
  >();
  return (
    { spec, weights }: Circuit,
    { layer, kind, tiles }: CircuitColumn,
    palette: Palette,
  ): FieldPictures | null => {
    if (kind !== 'tiles' || layer === 0) return null;
    const own = weights[layer - 1]!;
    const shown = tiles.map(({ neuron }) => neuron!);
    const neurons = shown.join();
    const before = known.get(layer);
    if (before?.weights === own && before.palette === palette && before.neurons === neurons)
      return before.pictures;
    const pictures = fieldPictures(spec, weights, layer, shown, palette);
    known.set(layer, { weights: own, palette, neurons, pictures });
    return pictures;
  };
}
