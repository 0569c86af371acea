import { useXAxisScale, useYAxisScale } from 'recharts';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Margins } from './margins';

/** A place on the x axis, and the values there. */
export interface CursorAt {
  x: number;
  /** `stroke`: its edge, and it is larger; else one that parts it from the curve. */
  dots: readonly { y: number; fill: string; stroke?: string }[];
}

interface Props {
  /** null: no place is read. */
  cursor: StoreApi<CursorAt | null>;
  margins: Margins;
  /** Of the plot, in CSS pixels. */
  height: number;
}

/** The place that is read: a line across, and a dot on every curve. Nothing else is drawn anew when it moves. */
export function Cursor({ cursor, margins, height }: Props) {
  const at = useStore(cursor);
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  if (!at || !toX || !toY) return null;
  const x = toX(at.x);
  const [top, bottom] = [margins.top, height - margins.bottom];
  return (
    <g>
      <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--soft)" />
      {at.dots.map(({ y, fill, stroke }, i) => (
        <circle
          key={i}
          cx={x}
          cy={Math.max(top, Math.min(bottom, toY(y) ?? bottom))}
          r={stroke ? 4 : 3}
          fill={fill}
          stroke={stroke ?? 'var(--panel)'}
          strokeWidth={stroke ? 1.5 : 1}
        />
      ))}
    </g>
  );
}
