import type { KeyboardEvent } from 'react';
import styles from './drawing.module.css';
import type { PlotPoint } from './series';

interface Props {
  point: PlotPoint;
  /** An SVG transform. */
  at: string;
  /** An outline around the origin. */
  shape: string;
  color: string;
  /** Whether it is parted from the line that it lies on. */
  edge: boolean;
  onPick?: ((id: number) => void) | undefined;
}

/** A point of a plot; one with an id can be chosen. */
export function Mark({ point, at, shape, color, edge, onPick }: Props) {
  const { id, label } = point;
  const path = <path d={shape} fill={color} {...(edge && { stroke: 'var(--panel)' })} />;
  if (id === undefined || !onPick) return <g transform={at}>{path}</g>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) onPick(id);
  };
  return (
    <g
      transform={at}
      className={styles.pick}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={() => onPick(id)}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      <circle r={11} fill="transparent" />
      {path}
    </g>
  );
}
