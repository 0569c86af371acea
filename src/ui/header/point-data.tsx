import { useState } from 'react';
import { FIRST_OWN, type OwnPoints } from '../../data/points/own-points';
import { POINT_SET_NAMES, POINT_SETS } from '../../data/points/point-sets';
import {
  DEFAULT_POINTS,
  pointsProblem,
  type Points,
  type PointsSpec,
} from '../../data/points/points-spec';
import { RANGES } from '../../model/ranges';
import { Button } from '../kit/button';
import { NumberField } from '../kit/number-field';
import { Select } from '../kit/select';
import styles from './header.module.css';

const SETS: { value: Points['set']; label: string }[] = [
  ...POINT_SET_NAMES.map((value) => ({ value, label: POINT_SETS[value].title })),
  { value: 'own', label: 'Your own points' },
];

/** What own points ask of a person. */
const ABOUT_OWN =
  'Two to four classes, laid on the plane by click and brush. The page begins with four points.';

interface Props {
  /** Those on the page; null: other data is. */
  now: Points | null;
  /** Own points that were laid in this visit; null: none. */
  own: OwnPoints | null;
  onUse: (points: Points) => void;
}

/** Points of the plane to train on: which set, and how it is made. */
export function PointData({ now, own, onUse }: Props) {
  const [isOwn, setIsOwn] = useState(now?.set === 'own');
  const [points, setPoints] = useState(now && now.set !== 'own' ? now : DEFAULT_POINTS);
  const { title, about, classes } = POINT_SETS[points.set];
  const choose = (set: Points['set']) => {
    setIsOwn(set === 'own');
    if (set !== 'own') change({ set });
  };
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
        value={isOwn ? 'own' : points.set}
        options={SETS}
        hint={isOwn ? ABOUT_OWN : about}
        onChange={choose}
      />
      {!isOwn && field('noise', 'noise', 0.01)}
      {!isOwn && field('count', 'number', 1000)}
      {!isOwn && classes === 'choice' && field('classes', 'classes', 1)}
      {!isOwn && field('seed', 'seed', 1)}
      {!isOwn && problem && (
        <p role="alert" className={styles.refused}>
          {problem}
        </p>
      )}
      <div>
        <Button
          kind="filled"
          data-testid="use-points"
          disabled={!isOwn && problem !== null}
          onClick={() => onUse(isOwn ? (own ?? FIRST_OWN) : points)}
        >
          {isOwn ? 'Lay your own points' : `Use ${title}`}
        </Button>
      </div>
    </>
  );
}
