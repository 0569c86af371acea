/** A plot: lines and marks on two axes, to be looked at, read along with pointer and keys, and heard. */
import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { createStore } from 'zustand/vanilla';
import { hasModifier } from '../../../view/keys';
import { lazyPart } from '../lazy-part';
import { repeatable } from '../repeatable';
import { useSize } from '../use-size';
import type { Axis } from './axis';
import type { CursorAt } from './cursor';
import { marginsOf, valueAt } from './margins';
import { PlotBoundary } from './plot-boundary';
import styles from './plot.module.css';
import { nearest, placeAfter, placesOf } from './reading';
import { DOT, shapeOf, type Series } from './series';
import { mostPoints, thinned } from './thinned';
import { placeIn } from '../place-in';

/** What a person reads off the lines, a place at a time. */
export interface Reading {
  /** What is chosen, as the name of a slider. */
  label: string;
  /** The place on the x axis; undefined for the newest. */
  at: number | undefined;
  onMove: (at: number | undefined) => void;
  /** All that is read there. */
  words: string;
}

interface Props {
  series: readonly Series[];
  x: Axis;
  y: Axis;
  /** In CSS pixels; as high as its place without. */
  height?: number;
  /** A mark with an id was chosen. */
  onPick?: (id: number) => void;
  /** The plot in a sentence, for those who do not see it; not said where it can be read, or is said around it. */
  summary?: string;
  /** A place that is chosen elsewhere. */
  cursor?: CursorAt | null;
  reading?: Reading | undefined;
}

/** recharts, in a file of its own: what shows no plot does without. */
const drawing = repeatable(() => import('./drawing'));

const Drawing = lazyPart(async () => (await drawing()).Drawing, {
  bound: (part, again) => <PlotBoundary onAgain={again}>{part}</PlotBoundary>,
});

export function Plot({ series, x, y, height, onPick, summary, reading, cursor = null }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const { width } = size;
  const margins = useMemo(() => marginsOf(x, y), [x, y]);
  const most = mostPoints(width - margins.left - margins.right);
  const lines = useMemo(
    () =>
      series.map((one, i) => ({
        ...one,
        points: thinned(one.points, most),
        outline: one.marks === 'dot' ? DOT : shapeOf(i),
      })),
    [series, most],
  );
  const places = useMemo(() => placesOf(lines), [lines]);
  const at = reading?.at === undefined ? undefined : places[nearest(places, reading.at)];
  // Told to the drawing beside its properties: when the place moves, nothing else is drawn anew.
  const [shown] = useState(() => createStore<CursorAt | null>(() => null));
  useLayoutEffect(() => {
    shown.setState(at === undefined ? cursor : cursorOf(lines, at), true);
  }, [shown, lines, at, cursor]);
  const onPointer = (event: PointerEvent) => {
    const { x: px } = placeIn(event.currentTarget, event);
    reading?.onMove(places[nearest(places, valueAt(x, margins, width, px))]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, places, reading?.at);
    if (!next || hasModifier(event)) return;
    reading?.onMove(next.at);
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = () => reading?.onMove(undefined);
  const slider = reading && {
    role: 'slider',
    'aria-label': reading.label,
    'aria-valuemin': x.low,
    'aria-valuemax': x.high,
    'aria-valuenow': at ?? places[places.length - 1] ?? x.low,
    'aria-valuetext': reading.words,
    tabIndex: 0,
    onPointerMove: onPointer,
    onPointerDown: onPointer,
    onPointerLeave: leave,
    onBlur: leave,
    onKeyDown,
    'data-testid': 'chart',
    'data-lines': lines.length,
  };
  return (
    <div
      ref={place}
      className={styles.plot}
      style={{ height: height ?? '100%' }}
      {...(slider ?? (summary && { role: 'group', 'aria-label': summary }))}
    >
      {/* A hidden plot draws nothing. */}
      {width > 0 && (
        <Drawing
          series={lines}
          {...{ x, y, margins, width, onPick }}
          height={size.height}
          cursor={shown}
        />
      )}
      <AxisLabel label={x.label} axis="x" />
      <AxisLabel label={y.label} axis="y" />
    </div>
  );
}

/** The place with a dot on each line that has a point there. */
function cursorOf(lines: readonly Series[], x: number): CursorAt {
  const dots = lines.flatMap(({ points, color: fill }) =>
    points.filter((point) => point.x === x).map(({ y }) => ({ y, fill })),
  );
  return { x, dots };
}

function AxisLabel({ label, axis }: { label: string | undefined; axis: 'x' | 'y' }) {
  return (
    label && (
      <span className={axis === 'x' ? styles.xLabel : styles.yLabel} aria-hidden>
        {label}
      </span>
    )
  );
}
