/** Puts the circuit together from what is looked at: what stands still is drawn once, what moves at every frame. */
import { networkName } from '../../model/network';
import { createCircuit, type Circuit } from '../../view/circuit/circuit';
import type { Direction } from '../../view/circuit/geometry';
import type { CircuitColumn } from '../../view/circuit/layout';
import type { SynapseRef } from '../../view/circuit/synapse-words';
import type { PlaneMaps } from '../../session/maps/plane-maps';
import type { Session } from '../../session/session';
import type { View } from '../../view/view';
import { isSilenced } from '../../view/what-if/what-if';
import type { Palette } from '../kit/theme/palette';
import type { Draw, Frame } from '../kit/use-canvas';
import { drawMoving } from './draw-moving';
import { drawStill } from './draw-still';
import { createPictures } from './pictures';

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

/** The maps over the plane, where they are of this network. */
export function mapsOf({ maps }: Pick<Session, 'maps'>, { spec }: Circuit): PlaneMaps | null {
  const { maps: newest } = maps.store.getState();
  return newest && networkName(newest.spec) === networkName(spec) ? newest : null;
}

interface Still {
  circuit: Circuit;
  maps: PlaneMaps | null;
  palette: Palette;
  ended: boolean;
  ratio: number;
  /** Whether it is kept on a canvas of its own. */
  kept: boolean;
}

/** @param reduced whether motion is to be left out; @param pointed the synapses that stand out */
export function circuitDraw(
  { session, store, derived }: View,
  reduced: boolean,
  pointed: () => (SynapseRef | null)[],
): CircuitDraw {
  const circuitOf = createCircuit(derived);
  const picturesOf = createPictures();
  const room = document.createElement('canvas');
  let still: Still | null = null;

  const circuitAt = (width: number, height: number): Circuit | null =>
    width > 0 && height > 0 ? circuitOf({ width, height, direction: directionFor(width) }) : null;

  /**
   * Draws what stands still. The first time straight onto the canvas: under a point that is dragged there is no second time, and a copy
   * waits until what it is of has been painted. From the second time on, as while it plays, it is copied.
   */
  function drawStanding(
    ctx: CanvasRenderingContext2D,
    circuit: Circuit,
    maps: PlaneMaps | null,
    ended: boolean,
    { palette, ratio, width, height }: Frame,
  ): void {
    const pictures = (column: CircuitColumn) => picturesOf(circuit, column, maps, palette);
    const same =
      still?.circuit === circuit &&
      still.maps === maps &&
      still.palette === palette &&
      still.ended === ended &&
      still.ratio === ratio;
    if (!same) {
      still = { circuit, maps, palette, ended, ratio, kept: false };
      drawStill(ctx, palette, { circuit, ended, pictures });
      return;
    }
    if (!still!.kept) {
      room.width = Math.round(width * ratio);
      room.height = Math.round(height * ratio);
      const context = room.getContext('2d')!;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawStill(context, palette, { circuit, ended, pictures });
      still!.kept = true;
    }
    ctx.drawImage(room, 0, 0, width, height);
  }

  return {
    draw(ctx, frame) {
      const { width, height, palette } = frame;
      const circuit = circuitAt(width, height);
      if (!circuit) return;
      const maps = mapsOf(session, circuit);
      const t = derived.cursor();
      drawStanding(ctx, circuit, maps, t >= circuit.end, frame);
      drawMoving(ctx, palette, {
        circuit,
        t,
        moving: !reduced,
        selected: derived.selected(),
        hovered: session.playback.store.getState().hovered,
        hand: store.getState().hand,
        synapses: pointed().filter((synapse) => synapse !== null),
        silenced: (ref) => isSilenced(store.getState().edits, ref),
        pictures: (column) => picturesOf(circuit, column, maps, palette),
      });
    },
    circuitAt,
  };
}
