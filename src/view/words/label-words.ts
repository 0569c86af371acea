/** What a sample is, in sentences. */
import { className, hasClassNames } from '../../model/class-names';
import type { NetworkSpec } from '../../model/network';
import { withArticle } from '../../words/numbers';

/** "a 7", "an 8"; a name as it is. */
export const labelWords = (
  spec: Pick<NetworkSpec, 'classNames' | 'layers'>,
  label: number,
): string => (hasClassNames(spec) ? className(spec, label) : withArticle(label));
