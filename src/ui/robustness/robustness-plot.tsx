import type { Imprecision } from '../../model/imprecise';
import type { RobustnessCurve } from '../../session/background/robustness';
import { Plot } from '../kit/plot/plot';
import { percent } from '../../view/words/figures';
import { levelsOf, seriesOf } from './curve';
import { LEVELS } from './levels';

interface Props {
  curve: RobustnessCurve;
  hardware: Imprecision;
}

/** Accuracy against the level, with the range over the seeds and the hardware as it is set. */
export function RobustnessPlot({ curve, hardware }: Props) {
  const { imperfection, points } = curve;
  const { name, format } = LEVELS[imperfection];
  const bits = imperfection === 'bits';
  const levels = levelsOf(curve);
  const places = bits ? levels.map((_, i) => i) : levels;
  const label = bits ? 'bits a weight' : name.toLowerCase();
  return (
    <Plot
      series={seriesOf(curve, hardware)}
      height={240}
      x={{
        label,
        // Worked out or not, so that the axis stays as it is while points come in.
        over: places,
        format: (x) => format(bits ? levels[x]! : x),
        ...(bits && { ticks: places }),
      }}
      y={{ label: 'test accuracy, %', format: (v) => String(Number((v * 100).toPrecision(4))) }}
      marks
      summary={`Test accuracy against ${label}: ${
        points.map((p) => `${percent(p.accuracy, 1)} at ${format(p.level)}`).join(', ') ||
        'not worked out yet'
      }`}
    />
  );
}
