/** The chart itself: lines, axes, and the place under the pointer. A path a line, so that thousands of points cost little. */
import { memo, useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import { formatCount, formatValue } from '../../words/numbers';
import type { Chart as ChartData } from '../../view/curves/chart';
import type { Line, Row } from '../../view/curves/lines';
import type { Measure } from '../../view/curves/run-curve';
import styles from './chart.module.css';

interface Props {
  chart: ChartData;
  measure: Measure;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** The place under the pointer or chosen with the arrow keys, as on the x axis. */
  hovered: number | undefined;
  onHover: (x: number | undefined) => void;
  /** What is read there, for those who cannot see it. */
  reading: string;
}

const MARGIN = { top: 6, right: 8, bottom: 18, left: 36 };

/** From values to pixels. */
interface Scales {
  x: (value: number) => number;
  y: (value: number) => number;
}

/** The path of a line: what lies outside the axis is drawn to it, and clipped. */
export function pathOf(rows: readonly Row[], key: string, { x, y }: Scales): string {
  let path = '';
  for (const row of rows) {
    const value = row[key];
    if (value === undefined) continue;
    path += `${path === '' ? 'M' : 'L'}${x(row.x).toFixed(1)} ${y(value).toFixed(1)}`;
  }
  return path;
}

/** The row nearest to a place on the axis; undefined without rows. */
export function nearestRow(rows: readonly Row[], x: number): Row | undefined {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.x < x) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [rows[low - 1], rows[low]];
  return before && after && x - before.x < after.x - x ? before : after;
}

export function Chart({ chart, measure, width, height, hovered, onHover, reading }: Props) {
  const { rows } = chart;
  const right = width - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const scales = useMemo<Scales>(() => {
    const { low, high } = chart.y;
    const [w, h] = [right - MARGIN.left, bottom - MARGIN.top];
    return {
      x: (value) => MARGIN.left + (value / chart.x.end) * w,
      y: (value) => bottom - ((value - low) / (high - low)) * h,
    };
  }, [chart, right, bottom]);

  const onPointer = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const x = ((at - MARGIN.left) / (right - MARGIN.left)) * chart.x.end;
    onHover(nearestRow(rows, x)?.x);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Escape' && hovered !== undefined) onHover(undefined);
    else if (way === undefined) return;
    else {
      const at =
        hovered === undefined ? rows.length : rows.indexOf(nearestRow(rows, hovered)!) + way;
      onHover(rows[Math.max(0, Math.min(rows.length - 1, at))]?.x);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const current = hovered === undefined ? undefined : nearestRow(rows, hovered);
  return (
    <svg
      className={styles.plot}
      width={width}
      height={height}
      role="slider"
      aria-label="Step to read the curves at"
      aria-valuemin={0}
      aria-valuemax={chart.x.end}
      aria-valuenow={current?.x ?? rows[rows.length - 1]?.x ?? 0}
      aria-valuetext={reading}
      tabIndex={0}
      data-testid="chart"
      data-lines={chart.lines.length}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => onHover(undefined)}
      onBlur={() => onHover(undefined)}
      onKeyDown={onKeyDown}
    >
      <Drawn {...{ chart, measure, scales, right, bottom }} />
      {current && (
        <g pointerEvents="none">
          <line
            x1={scales.x(current.x)}
            x2={scales.x(current.x)}
            y1={MARGIN.top}
            y2={bottom}
            stroke="var(--soft)"
          />
          {chart.lines.map(
            ({ key, color }) =>
              current[key] !== undefined && (
                <circle
                  key={key}
                  cx={scales.x(current.x)}
                  cy={Math.max(MARGIN.top, Math.min(bottom, scales.y(current[key])))}
                  r="3"
                  fill={color}
                  stroke="var(--panel)"
                />
              ),
          )}
        </g>
      )}
    </svg>
  );
}

interface DrawnProps {
  chart: ChartData;
  measure: Measure;
  scales: Scales;
  right: number;
  bottom: number;
}

/** What does not change with the pointer. */
const Drawn = memo(function Drawn({ chart, measure, scales, right, bottom }: DrawnProps) {
  const { lines, rows, x, y } = chart;
  const percent = measure === 'accuracy' || measure === 'silent';
  return (
    <>
      <clipPath id="curves-clip">
        <rect
          x={MARGIN.left}
          y={MARGIN.top - 2}
          width={right - MARGIN.left + 4}
          height={bottom - MARGIN.top + 4}
        />
      </clipPath>
      {y.ticks.map((value) => (
        <g key={value}>
          <line
            x1={MARGIN.left}
            x2={right}
            y1={scales.y(value)}
            y2={scales.y(value)}
            stroke="var(--line)"
          />
          <text x={MARGIN.left - 6} y={scales.y(value)} textAnchor="end" dy="0.33em">
            {tick(percent ? value * 100 : value)}
          </text>
        </g>
      ))}
      {x.ticks.map((value) => (
        <text
          key={value}
          x={scales.x(value)}
          y={bottom + 13}
          textAnchor={scales.x(value) > right - 12 ? 'end' : 'middle'}
        >
          {x.epochs ? (value === 0 ? 'epoch 0' : String(value)) : formatCount(value)}
        </text>
      ))}
      <g clipPath="url(#curves-clip)">
        {lines.map((line) => (
          <LinePath key={line.key} line={line} rows={rows} scales={scales} />
        ))}
      </g>
    </>
  );
});

function LinePath({ line, rows, scales }: { line: Line; rows: readonly Row[]; scales: Scales }) {
  const { key, color, dash, width, dots } = line;
  return (
    <>
      <path
        d={pathOf(rows, key, scales)}
        fill="none"
        stroke={color}
        strokeWidth={width}
        strokeDasharray={dash}
        strokeLinejoin="round"
      />
      {dots &&
        rows
          .filter((row) => row[key] !== undefined)
          .map((row) => (
            <circle key={row.x} cx={scales.x(row.x)} cy={scales.y(row[key]!)} r="2" fill={color} />
          ))}
    </>
  );
}

function tick(value: number): string {
  return formatValue(Number(value.toPrecision(3)));
}
