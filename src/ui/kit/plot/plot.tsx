/** A small plot: lines and marks on two axes, drawn as SVG. Every mark can be told apart without its colour. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { useRef, type KeyboardEvent } from 'react';
import { useSize } from '../use-size';
import styles from './plot.module.css';

export interface PlotPoint {
  x: number;
  y: number;
  /** What it is, when it can be chosen. */
  id?: number;
  label?: string;
}

export interface Series {
  key: string;
  label: string;
  color: string;
  dash?: string;
  points: PlotPoint[];
  /** Without marks, whatever the plot says. */
  bare?: boolean;
}

interface Axis {
  label: string;
  format: (value: number) => string;
}

interface Props {
  series: Series[];
  /** In CSS pixels. */
  height: number;
  /** `log`: equal ways for equal ratios; all values must be above 0. `over`: values it covers whatever the points. `ticks`: where it is labelled. */
  x: Axis & { log?: boolean; over?: readonly number[]; ticks?: number[] };
  y: Axis;
  /** Marks at the points; lines alone without. */
  marks?: boolean;
  /** A mark with an id was chosen. */
  onPick?: (id: number) => void;
  /** The plot in a sentence, for those who do not see it. */
  summary: string;
}

const MARGIN = { top: 22, right: 12, bottom: 32, left: 46 };

/** Outlines of marks around the origin, one a series. */
const SHAPES = [
  'M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0',
  'M-4,-4h8v8h-8z',
  'M0,-5.2L5,3.8H-5z',
  'M0,-5.5L5.5,0L0,5.5L-5.5,0z',
  'M0,5.2L5,-3.8H-5z',
  'M-1.6,-5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z',
];

export const shapeOf = (index: number) => SHAPES[index % SHAPES.length]!;

/** [low, high] of finite values, widened where they are one. */
export function extent(values: number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (low < high) return [low, high];
  return low === 0 ? [0, 1] : [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1];
}

/** 1, 2 and 5 times powers of ten within the range. */
export function logTicks([low, high]: [number, number]): number[] {
  const ticks: number[] = [];
  for (let p = Math.floor(Math.log10(low)); p <= Math.ceil(Math.log10(high)); p++) {
    for (const f of [1, 2, 5]) ticks.push(f * 10 ** p);
  }
  const inside = ticks.filter((t) => t >= low && t <= high);
  return inside.length > 7 ? inside.filter((t) => String(t).startsWith('1')) : inside;
}

export function Plot({ series, height, x, y, marks = false, onPick, summary }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { width } = useSize(place);
  const points = series.flatMap((s) => s.points);
  const xs = extent([...(x.over ?? []), ...points.map((p) => p.x)]);
  const ys = extent(points.map((p) => p.y));
  const range = [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)];
  const padded: [number, number] = x.log ? [xs[0] / 1.15, xs[1] * 1.15] : xs;
  const sx = x.log ? scaleLog(padded, range) : scaleLinear(padded, range);
  const sy = scaleLinear(ys, [height - MARGIN.bottom, MARGIN.top]).nice(5);
  const [left, right] = sx.range() as [number, number];
  const xTicks = x.ticks ?? (x.log ? logTicks(padded) : scaleLinear(padded, range).ticks(6));
  const line = (s: Series) =>
    s.points
      .filter((p) => Number.isFinite(p.y))
      .map((p, i) => `${i === 0 ? 'M' : 'L'}${sx(p.x).toFixed(1)},${sy(p.y).toFixed(1)}`)
      .join('');
  return (
    <div ref={place} className={styles.plot} style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} role="group" aria-label={summary}>
          <g className={styles.grid} aria-hidden>
            {sy.ticks(5).map((t) => (
              <g key={t} transform={`translate(0,${sy(t)})`}>
                <line x1={left} x2={right} />
                <text x={left - 6} dy="0.32em" textAnchor="end">
                  {y.format(t)}
                </text>
              </g>
            ))}
            {xTicks.map((t) => (
              <text key={t} x={sx(t)} y={height - MARGIN.bottom + 14} textAnchor="middle">
                {x.format(t)}
              </text>
            ))}
            <text x={(left + right) / 2} y={height - 4} textAnchor="middle">
              {x.label}
            </text>
          </g>
          {series.map((s, i) => (
            <g key={s.key}>
              <path d={line(s)} className={styles.line} stroke={s.color} strokeDasharray={s.dash} />
              {marks &&
                !s.bare &&
                s.points.map((p) => (
                  <Mark
                    key={p.id ?? `${p.x} ${p.y}`}
                    point={p}
                    at={`translate(${sx(p.x)},${sy(p.y)})`}
                    shape={shapeOf(i)}
                    color={s.color}
                    onPick={onPick}
                  />
                ))}
            </g>
          ))}
        </svg>
      )}
      <VerticalLabel label={y.label} />
    </div>
  );
}

function VerticalLabel({ label }: { label: string }) {
  return (
    <span className={styles.yLabel} aria-hidden>
      {label}
    </span>
  );
}

interface MarkProps {
  point: PlotPoint;
  at: string;
  shape: string;
  color: string;
  onPick?: (id: number) => void;
}

function Mark({ point, at, shape, color, onPick }: MarkProps) {
  const { id, label } = point;
  const path = <path d={shape} fill={color} stroke="var(--panel)" strokeWidth={1} />;
  if (id === undefined || !onPick) return <g transform={at}>{path}</g>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) onPick(id);
  };
  return (
    <g
      transform={at}
      className={styles.pick}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={() => onPick(id)}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      <circle r={11} fill="transparent" />
      {path}
    </g>
  );
}
