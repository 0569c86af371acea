/** How much of the test set the curve is worked out on. */
const LIMITS = [
  { value: 'all', label: 'all' },
  { value: '3000', label: 'first 3,000' },
  { value: '1000', label: 'first 1,000' },
] as const;

type Limit = (typeof LIMITS)[number]['value'];

/**
 * What can be chosen: no more than there is, which of points is little.
 * @param count of the test set
 * @param limit as it is chosen; null: all
 */
export function limitsFor(
  count: number,
  limit: number | null,
): { value: Limit; options: { value: Limit; label: string }[] } {
  const options = LIMITS.filter(({ value }) => value === 'all' || Number(value) < count);
  const chosen = options.find(({ value }) => value === String(limit));
  return { value: chosen?.value ?? 'all', options };
}
