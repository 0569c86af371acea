/** Speed against accuracy as a plot: what the test set gains by waiting. */
import { curveAt, type SpeedCurve } from '../../../session/background/forced';
import { axisTicks, tickLabel } from '../../../view/time/time-axis';
import type { Axis } from '../../kit/plot/axis';
import type { CursorAt } from '../../kit/plot/cursor';
import type { Series } from '../../kit/plot/series';

type Share = 'accuracy' | 'answered';

/** The time shown: [0, end], labelled about every 80 of `width` CSS pixels. */
export function speedAxis(end: number, width: number): Axis {
  const ticks = axisTicks({ start: 0, end, left: 0, width }, 80);
  return { low: 0, high: end, ticks, format: (t) => tickLabel(t, ticks) };
}

export const SHARES: Axis = {
  low: 0,
  high: 1,
  ticks: [0, 0.5, 1],
  format: (share) => `${share * 100} %`,
};

/** Both shares over the time shown; level after the last time of the curve. */
export function speedSeries(curve: SpeedCurve, end: number): Series[] {
  const line = (share: Share) => {
    const points = Array.from(curve.times, (x, k) => ({ x, y: curve[share][k]! }));
    return [...points.filter(({ x }) => x < end), { x: end, y: curveAt(curve, end)[share] }];
  };
  return [
    {
      key: 'answered',
      label: 'answered by a spike',
      color: 'var(--soft)',
      dash: '4 3',
      width: 1.3,
      points: line('answered'),
    },
    { key: 'accuracy', label: 'right', color: 'var(--ink)', width: 2, points: line('accuracy') },
  ];
}

/** Both shares at a time; null where it is out of sight. */
export function speedCursor(curve: SpeedCurve, end: number, t: number): CursorAt | null {
  if (t > end) return null;
  const { accuracy, answered } = curveAt(curve, t);
  return {
    x: t,
    dots: [
      { y: answered, fill: 'var(--panel)', stroke: 'var(--ink)' },
      { y: accuracy, fill: 'var(--ink)', stroke: 'var(--ink)' },
    ],
  };
}
