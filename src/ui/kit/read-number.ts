/** Numbers as people type them: with a decimal point or a decimal comma, whatever the language of page and browser. */
import { isWithin } from '../../model/ranges';
import { formatCount } from '../../words/numbers';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** "1,024" or "1.024.000": digits in groups of three. */
const grouped = (mark: string) => new RegExp(`^[+-]?\\d{1,3}(\\${mark}\\d{3})+$`);
/** Thousands apart, by spaces of any width or by apostrophes. */
const SPACED = /^[+-]?\d{1,3}(?:([\s'’])\d{3})(?:\1\d{3})*(?=[.,%]|$)/;
const MARKS: Record<string, string> = { '٫': '.', '。': '.', '٬': ',', '、': ',', '٪': '%' };

/** The digits of any script, and the marks beside them, as plain ones: those of an input method, Arabic ones. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/[٫。٬、٪]/g, (mark) => MARKS[mark]!)
    .replaceAll(/\p{Nd}/gu, (digit) => {
      // The ten digits of a script follow one another.
      let zero = digit.codePointAt(0)!;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
      return String((digit.codePointAt(0)! - zero) % 10);
    })
    .trim();

export interface Expected {
  /** A whole number is expected: `1,024` is a thousand and more, as the page writes it, and so is `1.024`. */
  whole?: boolean | undefined;
  /** The number is one of per cent: `5 %` is 5, and not 0.05. */
  percent?: boolean | undefined;
}

/** "1,500" where no whole number is expected: one and a half, or more than a thousand. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * Reads a number; null where the text is none, or may mean two. `0,5` and `0.5` are the same.
 */
export function readNumber(text: string, { whole, percent }: Expected = {}): number | null {
  // Raised digits would become plain ones: 10³ is not 103.
  if (/[²³¹⁰-₉]/.test(text)) return null;
  const [, written, sign] = /^(.*?)\s*(%?)$/s.exec(plainly(text))!;
  let plain = written!.replace(SPACED, (thousands) => thousands.replaceAll(/[\s'’]/g, ''));
  const [comma, point] = [plain.lastIndexOf(','), plain.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) {
    // With both marks the last is the decimal one, and the other parts thousands.
    const [mark, other] = comma > point ? [',', '.'] : ['.', ','];
    const at = plain.lastIndexOf(mark!);
    if (!grouped(other!).test(plain.slice(0, at))) return null;
    plain = `${plain.slice(0, at).replaceAll(other!, '')}.${plain.slice(at + 1)}`;
  } else {
    if (!whole && AMBIGUOUS.test(plain)) return null;
    const mark = comma >= 0 ? ',' : '.';
    // Where a number with a fraction may stand, only thousands have the same mark twice.
    const many = whole || plain.indexOf(mark) !== plain.lastIndexOf(mark);
    if (many && grouped(mark).test(plain)) plain = plain.replaceAll(mark, '');
    else plain = plain.replace(',', '.');
  }
  const number = NUMBER.test(plain) ? Number(plain) : NaN;
  if (!Number.isFinite(number)) return null;
  return sign && !percent ? number / 100 : number;
}

/** What is wrong with a text that is no number, in a sentence. */
export function unreadFault(label: string, text: string, { whole }: Expected = {}): string {
  const plain = plainly(text);
  if (whole || !AMBIGUOUS.test(plain)) return numberFault({ label, min: 0, max: 0 }, null)!;
  const [one, thousands] = [plain.replace(',', '.'), plain.replace(',', '')].map(Number);
  return `${plain} may mean ${one} or ${thousands}: write one of these.`;
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
