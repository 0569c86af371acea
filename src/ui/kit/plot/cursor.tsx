import { useContext } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import { CursorContext } from './cursor-context';
import type { Margins } from './margins';

/** The place that is read: a line across, and a dot on every curve. */
export function Cursor({ margins, height }: { margins: Margins; height: number }) {
  const at = useContext(CursorContext);
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  if (!at || !toX || !toY) return null;
  const x = toX(at.x);
  const [top, bottom] = [margins.top, height - margins.bottom];
  return (
    <g>
      <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--soft)" />
      {at.dots.map(({ y, fill, stroke = 'var(--panel)' }, i) => (
        <circle
          key={i}
          cx={x}
          cy={Math.max(top, Math.min(bottom, toY(y) ?? bottom))}
          r="3"
          fill={fill}
          stroke={stroke}
        />
      ))}
    </g>
  );
}
