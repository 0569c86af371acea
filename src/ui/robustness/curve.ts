/** A curve of robustness as series of the plot, in words and as a table for a spreadsheet. */
import { curveLevels, perfect, type RobustnessPoint } from '../../engine/robustness';
import type { Imperfection, Imprecision } from '../../model/imprecise';
import type { RobustnessCurve } from '../../session/background/robustness';
import { csv } from '../../files/csv';
import type { PlotPoint, Series } from '../kit/plot/series';
import { LEVELS } from './levels';

/** All levels of a curve, those not worked out yet after its points. */
export function levelsOf({ imperfection, base }: RobustnessCurve): number[] {
  return curveLevels(imperfection, base[imperfection]);
}

/** What else is imprecise, to go on after the network: ", lost spikes 7 %"; empty where nothing is. */
export function otherwise({ imperfection, base }: RobustnessCurve): string {
  const others = (Object.keys(LEVELS) as Imperfection[]).filter(
    (kind) => kind !== imperfection && base[kind] !== perfect(kind),
  );
  return others
    .map((kind) => `, ${LEVELS[kind].name.toLowerCase()} ${LEVELS[kind].format(base[kind])}`)
    .join('');
}

/** Where a level lies on the axis: the bits, whose first level is far off, at equal distances. */
export function placeOf({ imperfection, points }: RobustnessCurve, level: number): number {
  return imperfection === 'bits' ? points.findIndex((p) => p.level === level) : level;
}

/** Whether the hardware as it is set is one of the curve's, worked out or not. */
export function isOfCurve(curve: RobustnessCurve, hardware: Imprecision): boolean {
  const { imperfection, base } = curve;
  const same = JSON.stringify({ ...hardware, [imperfection]: 0 });
  return (
    same === JSON.stringify({ ...base, [imperfection]: 0 }) &&
    levelsOf(curve).includes(hardware[imperfection])
  );
}

/** The point of the hardware as it is set, where the curve has it. */
export function presentPoint(
  curve: RobustnessCurve,
  hardware: Imprecision,
): RobustnessPoint | undefined {
  if (!isOfCurve(curve, hardware)) return undefined;
  return curve.points.find((p) => p.level === hardware[curve.imperfection]);
}

export function seriesOf(curve: RobustnessCurve, hardware: Imprecision): Series[] {
  const line = (value: (p: RobustnessPoint) => number): PlotPoint[] =>
    curve.points.map((p) => ({ x: placeOf(curve, p.level), y: value(p) }));
  const present = presentPoint(curve, hardware);
  const range = { color: 'var(--soft)', dash: '2 3' };
  return [
    {
      key: 'mean',
      label: 'mean',
      color: 'var(--ink)',
      marks: 'shape',
      points: line((p) => p.accuracy),
    },
    { key: 'lowest', label: 'lowest', ...range, points: line((p) => p.lowest) },
    { key: 'highest', label: 'highest', ...range, points: line((p) => p.highest) },
    {
      key: 'present',
      label: 'as set',
      color: 'var(--excitatory)',
      marks: 'shape',
      points: present ? [{ x: placeOf(curve, present.level), y: present.accuracy }] : [],
    },
  ];
}

export function curveCsv({ imperfection, base, points }: RobustnessCurve): string {
  return csv(
    [
      'jitter',
      'bits',
      'dead',
      'dropped',
      'noise_seed',
      'images',
      'accuracy',
      'mean_accuracy',
      'lowest',
      'highest',
      'no_output_spike',
    ],
    points.flatMap((p) =>
      p.seeds.map((seed, n) => {
        const hardware: Imprecision = { ...base, [imperfection]: p.level };
        const { jitter, bits, dead, dropped } = hardware;
        const { images, accuracy, lowest, highest, noOutputSpike } = p;
        const own = p.accuracies[n]!;
        return [
          jitter,
          bits,
          dead,
          dropped,
          seed,
          images,
          own,
          accuracy,
          lowest,
          highest,
          noOutputSpike,
        ];
      }),
    ),
  );
}
