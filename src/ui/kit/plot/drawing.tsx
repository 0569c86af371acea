/**
 * The drawing of a plot, on recharts. What can be said of it is said around it: nothing here is measured, animated or heard. It
 * shares no file but the page's first with others: what is fetched once more under another address would be there twice.
 */
import { memo, useId } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import type { StoreApi } from 'zustand/vanilla';
import type { Axis } from './axis';
import { Cursor, type CursorAt } from './cursor';
import type { Margins } from './margins';
import { Mark } from './mark';
import styles from './drawing.module.css';
import type { PlotPoint, Series } from './series';

/** A series and the outline of its marks around the origin. */
export interface DrawnSeries extends Series {
  outline: string;
}

export interface DrawingProps {
  series: readonly DrawnSeries[];
  x: Axis;
  y: Axis;
  margins: Margins;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** A mark with an id was chosen. */
  cursor: StoreApi<CursorAt | null>;
  onPick?: ((id: number) => void) | undefined;
}

/** Lines outside the axes are cut a little beyond the values, so that one along the edge is as thick as elsewhere. */
const BEYOND = 4;

export const Drawing = memo(function Drawing(props: DrawingProps) {
  const { series, x, y, margins, width, height, cursor, onPick } = props;
  const clip = useId();
  return (
    <LineChart
      width={width}
      height={height}
      margin={{ top: margins.top, right: margins.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      className={styles.drawing}
    >
      <CartesianGrid vertical={false} syncWithTicks stroke="var(--line)" zIndex={0} />
      <XAxis {...axisProps(x)} dataKey="x" height={margins.bottom} tick={xTick(x, width)} />
      <YAxis {...axisProps(y)} width={margins.left} tick={yTick(y)} />
      <clipPath id={clip}>
        <rect
          x={margins.left}
          y={margins.top - BEYOND}
          width={Math.max(0, width - margins.left - margins.right + BEYOND)}
          height={Math.max(0, height - margins.top - margins.bottom + 2 * BEYOND)}
        />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {/* Of a single point recharts would make a dot of its own. */}
        {series
          .filter(({ points }) => points.length > 1)
          .map((one) => (
            <Line
              key={one.key}
              data={one.points as PlotPoint[]}
              dataKey="y"
              stroke={one.color}
              strokeWidth={one.width ?? 1.75}
              strokeDasharray={one.dash ?? ''}
              shape={Path}
              dot={false}
              activeDot={false}
              legendType="none"
              isAnimationActive={false}
              zIndex={0}
            />
          ))}
      </g>
      <Marks series={series} y={y} onPick={onPick} />
      <Cursor cursor={cursor} margins={margins} height={height} />
    </LineChart>
  );
});

/** Exactly the axis that was asked for: no room is measured, no label left out, nothing widened to the values. */
function axisProps({ low, high, ticks, log }: Axis) {
  return {
    type: 'number',
    scale: log ? 'log' : 'linear',
    domain: [low, high] as [number, number],
    ticks: [...ticks],
    interval: 0,
    allowDataOverflow: true,
    axisLine: false,
    tickLine: false,
    tickSize: 0,
    tickMargin: 6,
    // Without a layer of its own: what stands later in the drawing lies above.
    zIndex: 0,
  } as const;
}

interface Tick {
  x: number | string;
  y: number | string;
  payload: { value: number };
}

/** @param edge of the plot, in CSS pixels */
function xTick({ format }: Axis, edge: number) {
  return ({ x, y, payload }: Tick) => {
    const text = format(payload.value);
    // A label at the end does not stand out over the edge.
    const stands = Number(x) + text.length * 3 > edge;
    return (
      <text x={x} y={Number(y) + 8} textAnchor={stands ? 'end' : 'middle'}>
        {text}
      </text>
    );
  };
}

function yTick({ format }: Axis) {
  return ({ x, y, payload }: Tick) => (
    <text x={x} y={y} dy="0.33em" textAnchor="end">
      {format(payload.value)}
    </text>
  );
}

interface PathProps {
  points?: readonly { x: number | null; y: number | null }[];
  stroke?: string;
  strokeWidth?: number | string;
  strokeDasharray?: string | number;
}

const tenths = (px: number) => Math.round(px * 10) / 10;

/** A line through the points: to tenths of a pixel, so that it is short, and never measured, as recharts' own is at each redraw. */
function Path({ points = [], stroke, strokeWidth, strokeDasharray }: PathProps) {
  let d = '';
  for (const { x, y } of points) {
    if (x !== null && y !== null) d += `${d === '' ? 'M' : 'L'}${tenths(x)} ${tenths(y)}`;
  }
  return (
    <path
      d={d}
      fill="none"
      stroke={stroke}
      strokeWidth={strokeWidth}
      strokeDasharray={strokeDasharray}
      strokeLinejoin="round"
    />
  );
}

interface MarksProps {
  series: readonly DrawnSeries[];
  y: Axis;
  onPick: DrawingProps['onPick'];
}

function Marks({ series, y, onPick }: MarksProps) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  if (!toX || !toY) return null;
  return series.map(
    ({ key, color, marks, outline, points }) =>
      marks && (
        <g key={key}>
          {points
            .filter(({ y: value }) => value >= y.low && value <= y.high)
            .map((point) => (
              <Mark
                key={point.id ?? `${point.x} ${point.y}`}
                point={point}
                at={`translate(${toX(point.x)},${toY(point.y)})`}
                shape={outline}
                edge={marks === 'shape'}
                color={color}
                onPick={onPick}
              />
            ))}
        </g>
      ),
  );
}
