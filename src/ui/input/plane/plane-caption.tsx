import { POINT_SETS } from '../../../data/points/point-sets';
import { pointOf } from '../../../data/points/point';
import { classCount } from '../../../model/network';
import { exists, neuronName } from '../../../view/words/names';
import { formatNumber, formatTime } from '../../../words/numbers';
import { mapsLackMoved } from '../../../view/what-if/suppose-maps';
import { useStoreOf, useView, useWordsVersion } from '../../kit/session-context';
import { classColor, markPath } from '../../kit/theme/class-marks';
import { usePalette } from '../../kit/theme/palette';
import { WhatIfMark } from '../../kit/what-if-mark';
import styles from './plane.module.css';

/** Where the point is, and what the classes look like. */
export function PlaneCaption() {
  const view = useView();
  const { stimulus, network, data, playback } = view.session;
  const { theme } = usePalette();
  const image = useStoreOf(stimulus.store, (s) => s.image);
  const points = useStoreOf(data.store, (s) => s.points);
  const classes = useStoreOf(network.store, (s) => classCount(s.spec));
  const names = points && points.set !== 'own' ? POINT_SETS[points.set].classes : null;
  const { x, y } = pointOf(image);
  const isSet = image[4] !== 0;
  const selected = useStoreOf(playback.store, (s) => s.selected);
  const lacksMoved = useStoreOf(view.store, (s) => mapsLackMoved(s.edits));
  useWordsVersion();
  const { spec, run } = view.derived.scene();
  const time = selected && run?.layers[selected.layer]?.times[selected.neuron];
  const line =
    selected && time !== undefined && time !== null && time < Infinity && exists(spec, selected)
      ? `line: ${neuronName(spec, selected)} fires at ${formatTime(time)}`
      : null;
  return (
    <div className={styles.caption}>
      <span data-testid="point" className={styles.place}>
        {isSet ? `x ${formatNumber(x, 3)}, y ${formatNumber(y, 3)}` : 'no point yet'}
      </span>
      {points?.set !== 'own' && (
        <ul className={styles.classes}>
          {Array.from({ length: classes }, (_, c) => (
            <li key={c}>
              <svg viewBox="-6 -6 12 12" width="11" height="11" aria-hidden>
                <path d={markPath(c, 4.4)} fill={classColor(theme, c)} />
              </svg>
              <span>{nameOf(names, c)}</span>
            </li>
          ))}
        </ul>
      )}
      {line && <span>{line}</span>}
      <WhatIfMark />
      {lacksMoved && <span>the map is without the moved spike</span>}
    </div>
  );
}

/** "0 yin"; the number alone where a class has no name. */
function nameOf(names: readonly string[] | 'choice' | null, label: number): string {
  const name = names && names !== 'choice' ? names[label] : undefined;
  return name === undefined || name === String(label) ? String(label) : `${label} ${name}`;
}
