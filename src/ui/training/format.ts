/** Numbers of this panel that may not be there yet. */
import { formatPercent } from '../kit/format';

/** What stands where there is no number yet. */
export const DASH = '–';

/** "97.12 %"; a dash for null and NaN. @param share [0, 1] */
export function percent(share: number | null | undefined, digits = 2): string {
  return share == null || Number.isNaN(share) ? DASH : formatPercent(share, digits);
}

/** Three significant digits: "0.0121", "1.24", "12.4"; very small ones as "3.2e-5". */
export function figure(value: number | null | undefined): string {
  if (value == null || Number.isNaN(value)) return DASH;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e5) return value.toExponential(1);
  if (size >= 1000) return value.toFixed(0);
  return value.toPrecision(3);
}

/** A difference of shares in percentage points: "+0.40", "−1.20", "±0.00". */
export function points(difference: number): string {
  const text = Math.abs(difference * 100).toFixed(2);
  if (Number(text) === 0) return `±${text}`;
  return `${difference > 0 ? '+' : '−'}${text}`;
}
