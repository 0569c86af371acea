/** The pointer on the rasters: hover tells, click selects, drag moves a spike or else the cursor, wheel and two fingers zoom and pan. */
import { useEffect, useRef, type PointerEvent, type RefObject, type TouchEvent } from 'react';
import { isSameNeuron, type NeuronRef } from '../../session/stimulus/playback';
import type { Band } from '../../view/layout/bands';
import { directionOf } from '../kit/axis-drag';
import { cellAt } from '../../view/layout/grid';
import { scaleOf, type Board } from '../kit/draw/frame';
import { markToTake, nearestMark, rowAt } from '../../view/layout/marks';
import { panBy, toTime, toX, zoomAt, type TimeScale } from '../../view/time/time-axis';
import { pointAt } from '../../view/what-if/take-spike';
import { useSpikeDrag } from '../kit/use-spike-drag';
import type { View } from '../../view/view';
import { placeIn } from '../kit/place-in';

/** Pixels a pointer may be off a mark. */
const REACH = { mouse: 9, touch: 18 };
/** And off one that it takes hold of: a mouse little, or no room were left for the cursor where there are many. */
const TAKES = {
  mouse: { reach: 5, firstReach: REACH.mouse, apart: 0 },
  touch: { reach: 20, firstReach: 20, apart: 8 },
};

interface Gesture {
  pointers: Map<number, { x: number; y: number }>;
  /** Where the first pointer went down, until it has moved. */
  down: { x: number; y: number } | null;
  scrubbing: boolean;
  pinched: boolean;
  /** The spike under the pointer as it went down, which a drag moves, and how far off its mark that was. */
  spike: (NeuronRef & { off: number }) | null;
}

/**
 * @param stage the element that the canvases fill from its left edge
 * @param bands the layers' bands, from the stage's top
 * @param onTap where marks are too small to be taken hold of: a tap on one selects it and calls this, a drag always moves the cursor
 */
export function useScrub(
  view: View,
  stage: RefObject<HTMLElement | null>,
  bands: Band[],
  board: Board,
  onTap?: () => void,
) {
  const { session } = view;
  const gesture = useRef<Gesture>({
    pointers: new Map(),
    down: null,
    scrubbing: false,
    pinched: false,
    spike: null,
  });
  const { derived } = view;
  const { playback } = session;
  const drag = useSpikeDrag(view);

  const scale = (): TimeScale =>
    scaleOf(
      stage.current?.clientWidth ?? 0,
      view.store.getState().window ?? { start: 0, end: derived.end() },
    );
  const place = (event: { clientX: number; clientY: number }) => placeIn(stage.current!, event);
  const seek = (x: number) => {
    const t = toTime(scale(), x);
    playback.seek(Math.min(Math.max(t, 0), derived.end()));
  };
  const find = ({ x, y }: { x: number; y: number }, reach: number): NeuronRef | null => {
    const band = bands.find((b) => y >= b.top && y < b.top + b.height);
    const drawn = band && board.get(band.layer);
    if (!drawn) return null;
    const { layer } = band;
    if (drawn.maps) {
      const cell = cellAt(drawn.maps.grid, drawn.maps.place, x, y - band.top);
      return cell === null ? null : { layer, neuron: cell };
    }
    const neuron = nearestMark(drawn.marks, x, y - band.top, reach);
    if (neuron !== null) return { layer, neuron };
    if (!drawn.lanes) return null;
    // A lane's label and meter stand for its neuron, which may be silent.
    const { left, width } = scale();
    if (x >= left && x <= left + width) return null;
    const row = rowAt(drawn.geometry, y - band.top, drawn.rows.neurons.length);
    return row < 0 ? null : { layer, neuron: drawn.rows.neurons[row]! };
  };
  /** The spike that a press here takes hold of. */
  const toTake = ({ x, y }: { x: number; y: number }, event: PointerEvent) => {
    const band = bands.find((b) => y >= b.top && y < b.top + b.height);
    const drawn = band && board.get(band.layer);
    if (!drawn || drawn.maps || onTap) return null;
    const { layer } = band;
    const selected = derived.selected();
    const first = selected?.layer === layer ? selected.neuron : null;
    const how = TAKES[event.pointerType === 'touch' ? 'touch' : 'mouse'];
    const neuron = markToTake(drawn.marks, x, y - band.top, how, first);
    if (neuron === null) return null;
    return { layer, neuron, off: x - toX(scale(), derived.run()!.layers[layer]!.times[neuron]!) };
  };
  /** Maps have no time axis: nothing is scrubbed on them. */
  const onMaps = (y: number): boolean => {
    const band = bands.find((b) => y >= b.top && y < b.top + b.height);
    return band !== undefined && board.get(band.layer)?.maps !== undefined;
  };
  const reachOf = (event: PointerEvent) =>
    event.pointerType === 'touch' ? REACH.touch : REACH.mouse;

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const end = derived.end();
      const at = scaleOf(element.clientWidth, view.store.getState().window ?? { start: 0, end });
      if (event.ctrlKey || event.metaKey) {
        const anchor = toTime(at, placeIn(element, event).x);
        view.store.setState({ window: zoomAt(at, anchor, Math.exp(-event.deltaY * 0.006), end) });
      } else {
        const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
        // A plain vertical wheel scrolls the page.
        if (!view.store.getState().window || Math.abs(sideways) < Math.abs(event.deltaY)) {
          if (!event.shiftKey) return;
        }
        const by = (sideways / at.width) * (at.end - at.start);
        view.store.setState({ window: panBy(at, by, end) });
      }
      event.preventDefault();
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [derived, stage, view]);

  /** Two fingers: what is under their middle stays there, their distance is the zoom. */
  const pinch = (before: Map<number, { x: number }>, now: Map<number, { x: number }>) => {
    const [a0, b0] = [...before.values()].map(({ x }) => x) as [number, number];
    const [a1, b1] = [...now.values()].map(({ x }) => x) as [number, number];
    const end = derived.end();
    const at = scale();
    const spread = Math.max(8, Math.abs(a1 - b1)) / Math.max(8, Math.abs(a0 - b0));
    const anchor = toTime(at, (a0 + b0) / 2);
    const zoomed = zoomAt(at, anchor, spread, end) ?? { start: 0, end };
    const moved = ((a0 + b0 - a1 - b1) / 2 / at.width) * (zoomed.end - zoomed.start);
    view.store.setState({ window: panBy(zoomed, moved, end) });
  };

  function release(event: PointerEvent): void {
    const g = gesture.current;
    g.pointers.delete(event.pointerId);
    g.down = null;
    g.scrubbing = false;
    drag.giveUp();
  }

  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const g = gesture.current;
      const at = place(event);
      g.pointers.set(event.pointerId, at);
      event.currentTarget.setPointerCapture(event.pointerId);
      g.down = g.pointers.size === 1 ? at : null;
      g.spike = g.down && toTake(at, event);
      if (g.pointers.size === 1) g.pinched = false;
      else {
        g.pinched = true;
        g.scrubbing = false;
        drag.giveUp();
      }
    },
    onPointerMove(event: PointerEvent) {
      const g = gesture.current;
      const at = place(event);
      if (event.pointerType === 'mouse' && !(event.buttons & 1)) release(event);
      if (!g.pointers.has(event.pointerId)) {
        const spike = toTake(at, event);
        pointAt(view, spike);
        playback.hover(spike ?? find(at, reachOf(event)));
        return;
      }
      const before = new Map(g.pointers);
      g.pointers.set(event.pointerId, at);
      if (g.pointers.size === 2) {
        pinch(before, g.pointers);
        return;
      }
      if (g.pinched) return;
      const way = g.down && directionOf(event, at.x - g.down.x, at.y - g.down.y);
      if (g.down && way) {
        g.scrubbing = way === 'across' && !onMaps(g.down.y);
        g.down = null;
        if (g.scrubbing && g.spike && !drag.take(g.spike)) g.scrubbing = false;
      }
      if (!g.scrubbing) return;
      if (drag.taken()) drag.to(toTime(scale(), at.x - g.spike!.off));
      else seek(at.x);
    },
    onPointerUp(event: PointerEvent) {
      const g = gesture.current;
      g.pointers.delete(event.pointerId);
      if (g.down && !g.pinched) {
        const found = find(g.down, reachOf(event));
        const { selected } = playback.store.getState();
        if (found && onTap) {
          playback.select(found);
          onTap();
        } else if (found) playback.select(isSameNeuron(found, selected) ? null : found);
        else if (!onMaps(g.down.y)) seek(g.down.x);
      }
      g.down = null;
      g.scrubbing = false;
      drag.letGo();
    },
    onPointerCancel: release,
    // What a tap leads to lies under the finger by now, and the click that follows would press it.
    onTouchEnd(event: TouchEvent) {
      if (onTap) event.preventDefault();
    },
    onPointerLeave() {
      playback.hover(null);
      pointAt(view, null);
    },
  };
}
