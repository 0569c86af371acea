import { useState } from 'react';
import { POINT_SET_NAMES, POINT_SETS } from '../../data/points/point-sets';
import { DEFAULT_POINTS, pointsProblem, type PointsSpec } from '../../data/points/points-spec';
import { RANGES } from '../../model/ranges';
import { Button } from '../kit/button';
import { NumberField } from '../kit/number-field';
import { Select } from '../kit/select';
import styles from './header.module.css';

const SETS = POINT_SET_NAMES.map((value) => ({ value, label: POINT_SETS[value].title }));

interface Props {
  /** Those on the page; null: other data is. */
  now: PointsSpec | null;
  onUse: (points: PointsSpec) => void;
}

/** Points of the plane to train on: which set, and how it is made. */
export function PointData({ now, onUse }: Props) {
  const [points, setPoints] = useState(now ?? DEFAULT_POINTS);
  const { title, about, classes } = POINT_SETS[points.set];
  const problem = pointsProblem(points);
  const change = (patch: Partial<PointsSpec>) => setPoints({ ...points, ...patch });
  const field = (key: 'noise' | 'count' | 'seed' | 'classes', label: string, step: number) => {
    const range = {
      noise: RANGES.pointNoise,
      count: RANGES.pointCount,
      seed: RANGES.seed,
      classes: RANGES.pointClasses,
    }[key];
    const [min, max] = range.range;
    return (
      <NumberField
        label={label}
        value={points[key]}
        min={min}
        max={max}
        step={step}
        onChange={(value) => change({ [key]: value })}
      />
    );
  };
  return (
    <>
      <h3>Points of the plane</h3>
      <Select
        label="set"
        value={points.set}
        options={SETS}
        hint={about}
        onChange={(set) => change({ set })}
      />
      {field('noise', 'noise', 0.01)}
      {field('count', 'number', 1000)}
      {classes === 'choice' && field('classes', 'classes', 1)}
      {field('seed', 'seed', 1)}
      {problem && (
        <p role="alert" className={styles.refused}>
          {problem}
        </p>
      )}
      <div>
        <Button
          kind="filled"
          data-testid="use-points"
          disabled={problem !== null}
          onClick={() => onUse(points)}
        >
          {`Use ${title}`}
        </Button>
      </div>
    </>
  );
}
