/** The chart of a run as a plot: its lines as series, its axes with the words at their ticks. */
import type { Chart } from '../../view/curves/chart';
import { isShare } from '../../view/curves/run-curve';
import { formatCount, formatValue } from '../../words/numbers';
import type { Axis } from '../kit/plot/axis';
import type { Series } from '../kit/plot/series';

export function plotOf({ measure, lines, rows, x, y }: Chart): {
  series: Series[];
  x: Axis;
  y: Axis;
} {
  const share = isShare(measure);
  return {
    series: lines.map(({ dots, ...line }) => ({
      ...line,
      marks: dots ? 'dot' : undefined,
      points: rows.flatMap((row) => {
        const value = row[line.key];
        return value === undefined ? [] : [{ x: row.x, y: value }];
      }),
    })),
    x: { low: 0, high: x.end, ticks: x.ticks, format: x.epochs ? epochWords : formatCount },
    y: {
      ...y,
      format: (value) => formatValue(Number((share ? value * 100 : value).toPrecision(3))),
    },
  };
}

const epochWords = (value: number) => (value === 0 ? 'epoch 0' : String(value));
