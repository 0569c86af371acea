import type { Imprecision } from '../../model/imprecise';
import type { RobustnessCurve } from '../../session/background/robustness';
import { testedOf } from '../../session/data/tested';
import { exactAxis, shareAxis } from '../kit/plot/axis';
import { Plot } from '../kit/plot/plot';
import { useSession, useStoreOf } from '../kit/session-context';
import { percent } from '../../view/words/figures';
import { levelsOf, placeOf, seriesOf } from './curve';
import { LEVELS } from './levels';

interface Props {
  curve: RobustnessCurve;
  hardware: Imprecision;
}

/** Accuracy against the level, with the range over the seeds and the hardware as it is set. */
export function RobustnessPlot({ curve, hardware }: Props) {
  const { imperfection, points } = curve;
  const { accuracy } = testedOf(useStoreOf(useSession().data.store));
  const { name, format } = LEVELS[imperfection];
  const bits = imperfection === 'bits';
  const levels = levelsOf(curve);
  const places = bits ? levels.map((_, i) => i) : levels;
  const label = bits ? 'bits a weight' : name.toLowerCase();
  const series = seriesOf(curve, hardware);
  // Worked out or not, so that the axis stays as it is while points come in.
  const x = exactAxis([...places, ...points.map((p) => placeOf(curve, p.level))], {
    label,
    format: (place) => format(bits ? levels[place]! : place),
  });
  return (
    <Plot
      series={series}
      height={240}
      x={bits ? { ...x, ticks: places } : x}
      y={shareAxis(series, `${accuracy}, %`)}
      summary={`The ${accuracy} against ${label}: ${
        points.map((p) => `${percent(p.accuracy, 1)} at ${format(p.level)}`).join(', ') ||
        'not worked out yet'
      }`}
    />
  );
}
