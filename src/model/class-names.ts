/** What the classes of a network are called: by their numbers, unless its description names them. */
import { classCount, type NetworkSpec } from './network';

/** Most characters of a name. */
export const MOST_NAME = 24;

type Named = Pick<NetworkSpec, 'classNames' | 'layers'>;

/** "7", or "a smiley" where the classes have names. Names that are not as many as the classes are of another network, and do not count. */
export function className(spec: Named, c: number): string {
  const names = spec.classNames;
  return (names?.length === classCount(spec) ? names[c] : undefined) ?? String(c);
}

/** Whether classes are called otherwise than by their numbers. */
export function hasClassNames(spec: Named): boolean {
  return spec.classNames?.length === classCount(spec);
}

/**
 * The name where there is room for two digits: all of a short one, of others the first letter. Where other classes begin with it, too, with the
 * first letter behind it that none of them has in its place: "cr" and "ci" of cross and circle.
 */
export function shortClassName(spec: Named, c: number): string {
  const letters = Array.from(className(spec, c));
  if (letters.length <= 2) return letters.join('');
  const alike = Array.from({ length: classCount(spec) }, (_, other) =>
    other === c ? [] : Array.from(className(spec, other)),
  ).filter((other) => other[0] === letters[0]);
  const own =
    alike.length > 0 &&
    letters.find((letter, n) => n > 0 && alike.every((other) => other[n] !== letter));
  return `${letters[0]!}${own || '…'}`;
}
