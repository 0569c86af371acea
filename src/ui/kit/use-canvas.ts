/** A canvas that is always true to its state: sharp at every pixel ratio, redrawn at once and not at the next frame. */
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import { currentPalette, type Palette } from './theme/palette';
import { themeStore } from './theme/theme';
import type { Subscribable } from './changes-of';
import { pixelRatio, watchPixelRatio } from './pixel-ratio';
import { watchSize } from './watch-size';

export interface Frame {
  /** Size in CSS pixels; the context is scaled to them. */
  width: number;
  height: number;
  /** Device pixels a CSS pixel. */
  ratio: number;
  palette: Palette;
}

export type Draw = (context: CanvasRenderingContext2D, frame: Frame) => void;

/**
 * A length of the page in whole pixels of the device: as many as the browser says, or else rounded. What it says may be of a former
 * ratio, or of the screen while printing: then it differs by more than whole pixels of the page and of the device explain.
 */
function whole(length: number, ratio: number, device: number | undefined): number {
  const rounded = Math.round(length * ratio);
  return device !== undefined && Math.abs(device - rounded) < 1 + ratio / 2 ? device : rounded;
}

const NO_STORES: readonly Subscribable[] = [];

/**
 * Draws on a canvas whose CSS gives it its size. Redraws when `draw` changes (wrap it in useCallback), when the size, the
 * pixel ratio or the theme changes, and synchronously whenever one of `stores` changes: a draw function that reads
 * `store.getState()` needs no re-render. The number of `stores` must not change.
 * The canvas is cleared before each call. A hidden canvas (0 x 0) is not drawn.
 */
export function useCanvas(
  draw: Draw,
  stores: readonly Subscribable[] = NO_STORES,
): { ref: RefObject<HTMLCanvasElement | null>; redraw: () => void } {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  const size = useRef<{ width: number; height: number; device?: ResizeObserverSize }>({
    width: 0,
    height: 0,
  });

  const redraw = useCallback(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    const { width, height, device } = size.current;
    if (!canvas || !context || width === 0 || height === 0) return;
    const ratio = pixelRatio();
    // One pixel more or less than it covers, and the browser stretches all of it.
    const w = whole(width, ratio, device?.inlineSize);
    const h = whole(height, ratio, device?.blockSize);
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width + 1, height + 1);
    latest.current(context, { width, height, ratio, palette: currentPalette() });
  }, []);

  useLayoutEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    // It reports the first size as well, before the first paint; to ask for it here would lay the page out for each canvas.
    const stopSize = watchSize(canvas, (device) => {
      size.current = { width: canvas.clientWidth, height: canvas.clientHeight, device };
      redraw();
    });
    const stops = [stopSize, themeStore.subscribe(redraw), watchPixelRatio(redraw)];
    return () => stops.forEach((stop) => stop());
  }, [redraw]);

  useLayoutEffect(() => {
    latest.current = draw;
    redraw();
  }, [draw, redraw]);

  // Compared one by one, so that a list literal does not subscribe anew at every render.
  useLayoutEffect(() => {
    const stops = stores.map((store) => store.subscribe(redraw));
    return () => stops.forEach((stop) => stop());
    // oxlint-disable-next-line react/exhaustive-deps
  }, [redraw, ...stores]);

  return { ref, redraw };
}
