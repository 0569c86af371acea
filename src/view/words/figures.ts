/** Numbers of this panel that may not be there yet. */
import { formatPercent, formatFigure, formatNumber } from '../../words/numbers';

/** What stands where there is no number yet. */
export const DASH = '–';

/** "97.12 %"; a dash for null and NaN. @param share [0, 1] */
export function percent(share: number | null | undefined, digits = 2): string {
  return share == null || Number.isNaN(share) ? DASH : formatPercent(share, digits);
}

/** Three significant digits (see `formatFigure`); a dash for null and NaN. */
export function figure(value: number | null | undefined): string {
  return value == null || Number.isNaN(value) ? DASH : formatFigure(value);
}

/** A difference of shares in percentage points: "+0.40", "−1.20", "±0.00". */
export function points(difference: number): string {
  const text = formatNumber(Math.abs(difference * 100), 2);
  if (Number(text) === 0) return `±${text}`;
  return `${difference > 0 ? '+' : '−'}${text}`;
}
