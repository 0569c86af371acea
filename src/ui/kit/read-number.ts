/** Numbers as people type them: with a decimal point or a decimal comma, whatever the language of page and browser. */
import { isWithin } from '../../model/ranges';
import { formatCount } from '../../words/numbers';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** "1,024" or "1.024.000": digits in groups of three. */
const grouped = (mark: ',' | '.') => new RegExp(`^[+-]?\\d{1,3}(\\${mark}\\d{3})+$`);

/**
 * Reads a number; null where the text is none. `0,5` and `0.5` are the same.
 * @param whole a whole number is expected: `1,024` is a thousand and more, as the page writes it
 */
export function readNumber(text: string, whole = false): number | null {
  // Full-width digits of an input method become plain ones.
  let plain = text
    .normalize('NFKC')
    .replaceAll(/[\s'’]/g, '')
    .replace('−', '-');
  const [comma, point] = [plain.lastIndexOf(','), plain.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) {
    // With both marks the last is the decimal one, and the other parts thousands.
    const [mark, other] = comma > point ? ([',', '.'] as const) : (['.', ','] as const);
    const at = plain.lastIndexOf(mark);
    if (!grouped(other).test(plain.slice(0, at))) return null;
    plain = `${plain.slice(0, at).replaceAll(other, '')}.${plain.slice(at + 1)}`;
  } else if (whole && grouped(',').test(plain)) {
    plain = plain.replaceAll(',', '');
  } else {
    plain = plain.replace(',', '.');
  }
  const number = NUMBER.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(number) ? number : null;
}

export interface NumberLimits {
  label: string;
  min: number;
  max: number;
  /** Which end of the range is itself excluded. */
  open?: 'low' | 'high';
  /** Whole numbers alone. */
  whole?: boolean;
}

const written = (n: number): string => (Number.isInteger(n) ? formatCount(n) : String(n));

/** What is wrong with a number (NaN or null: none), in a sentence; null when nothing is. */
export function numberFault(
  { label, min, max, open, whole }: NumberLimits,
  value: number | null,
): string | null {
  const what = `${label[0]!.toUpperCase()}${label.slice(1)}`;
  if (value === null || !Number.isFinite(value)) return `${what} must be a number.`;
  if (whole && !Number.isInteger(value)) return `${what} must be a whole number.`;
  if (isWithin({ range: [min, max], open }, value)) return null;
  const [low, high] = [written(min), written(max)];
  if (open === 'low') return `${what} must be above ${low}, at most ${high}.`;
  return `${what} must be from ${low} to ${open === 'high' ? 'below ' : ''}${high}.`;
}
