import type { TermName } from '../../../words/terms/en';

/** Terms that the picture of a patch shows. */
export const PICTURED: ReadonlySet<TermName> = new Set(['packed', 'train', 'averageDelay', 'm']);
