import type { Imprecision } from '../../model/imprecise';
import type { RobustnessCurve } from '../../session/background/robustness';
import { percent } from '../../view/words/figures';
import { levelsOf, presentPoint } from './curve';
import { LEVELS } from './levels';
import styles from './robustness.module.css';

interface Props {
  curve: RobustnessCurve;
  hardware: Imprecision;
}

export function RobustnessTable({ curve, hardware }: Props) {
  const { imperfection, points } = curve;
  const { name, format } = LEVELS[imperfection];
  const present = presentPoint(curve, hardware);
  return (
    <div className={styles.rows}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">mean</th>
            <th scope="col">lowest</th>
            <th scope="col">highest</th>
            <th scope="col" className={styles.roomy}>
              seeds
            </th>
            <th scope="col">no output</th>
          </tr>
        </thead>
        <tbody translate="no">
          {points.map((point) => (
            <tr
              key={point.level}
              data-testid="robustness-row"
              data-level={point.level}
              aria-current={point === present || undefined}
            >
              <th scope="row">
                <span>{format(point.level)}</span>
                {point === present && <small> as set</small>}
              </th>
              <td>{percent(point.accuracy)}</td>
              <td>{percent(point.lowest)}</td>
              <td>{percent(point.highest)}</td>
              <td className={styles.roomy}>{point.seeds.length}</td>
              <td>{percent(point.noOutputSpike)}</td>
            </tr>
          ))}
          {levelsOf(curve)
            .slice(points.length)
            .map((level) => (
              <tr key={level} className={styles.missing}>
                <th scope="row">{format(level)}</th>
                <td>–</td>
                <td>–</td>
                <td>–</td>
                <td className={styles.roomy}>–</td>
                <td>–</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
