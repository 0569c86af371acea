/** The chart itself. Its own chunk, by lazy import alone: recharts is large. */
import { useEffect } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from 'recharts';
import { formatCount } from '../kit/format';
import { type Chart as ChartData, type Measure } from './curves';

interface Props {
  chart: ChartData;
  measure: Measure;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** The place under the pointer (or chosen with the arrow keys), as on the x axis. */
  onHover: (x: number | undefined) => void;
}

const MARGIN = { top: 6, right: 8, bottom: 0, left: 0 };
const TICK = { fill: 'var(--soft)', fontSize: 10.5 };

export default function Chart({ chart, measure, width, height, onHover }: Props) {
  const { lines, rows, x, y } = chart;
  return (
    <LineChart data={rows} margin={MARGIN} width={width} height={height}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[0, x.end]}
        ticks={x.ticks}
        allowDataOverflow
        tick={TICK}
        tickLine={false}
        axisLine={false}
        height={18}
        interval="preserveStart"
        tickFormatter={(value: number) =>
          x.epochs ? (value === 0 ? 'epoch 0' : String(value)) : formatCount(value)
        }
      />
      <YAxis
        type="number"
        domain={[y.low, y.high]}
        allowDataOverflow
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={34}
        ticks={y.ticks}
        interval={0}
        tickFormatter={(value: number) => tick(measure === 'accuracy' ? value * 100 : value)}
      />
      <Tooltip
        content={() => null}
        cursor={{ stroke: 'var(--soft)', strokeWidth: 1 }}
        isAnimationActive={false}
      />
      {lines.map((line) => (
        <Line
          key={line.key}
          dataKey={line.key}
          name={line.label}
          stroke={line.color}
          strokeDasharray={line.dash}
          strokeWidth={line.width}
          type="linear"
          dot={line.dots ? { r: 2, fill: line.color, strokeWidth: 0 } : false}
          activeDot={{ r: 2.5, fill: line.color, stroke: 'var(--panel)' }}
          connectNulls
          isAnimationActive={false}
        />
      ))}
      <Hover onHover={onHover} />
    </LineChart>
  );
}

function tick(value: number): string {
  return Number(value.toPrecision(3)).toString();
}

/** Tells the panel where the pointer is: it reads all measures there. */
function Hover({ onHover }: Pick<Props, 'onHover'>) {
  const label = useActiveTooltipLabel();
  const x = label === undefined ? undefined : Number(label);
  useEffect(() => onHover(x), [x, onHover]);
  useEffect(() => () => onHover(undefined), [onHover]);
  return null;
}
