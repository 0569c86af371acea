/** The sentences of terms, which come later than the terms: src/ui/app knows the file that is fetched after the first answer. */
import type { ComponentType } from 'react';
import { lazyPart } from '../lazy-part';
import { repeatable } from '../repeatable';
import type { TermTipProps } from './term-tip';

type Tip = ComponentType<TermTipProps>;

let source: () => Promise<Tip> = () => Promise.reject(new Error('Terms have no sentences.'));
let come: Tip | null = null;

const fetched = repeatable(async () => (come = await source()));
const LaterTip = lazyPart(fetched);

export function termTipsFrom(from: () => Promise<Tip>): void {
  source = from;
}

/** @param asked whether somebody waits for it: a pointer that passes does not */
export function termTip(asked: boolean): Tip | null {
  return come ?? (asked ? LaterTip : null);
}

/** Has them fetched, so that a pointer finds them. */
export const fetchTips = (): void => void fetched().catch(() => undefined);
