/** The sentences of terms, which come later than the terms: src/ui/app knows the file that is fetched after the first answer. */
import { useEffect, useState, type ComponentType } from 'react';
import { DialogBoundary } from '../dialog-boundary';
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

export interface TipState extends TermTipProps {
  /** Opens it once more, where it did not come. */
  onAgain: () => void;
}

/** @param of null: none is open */
export function TipPlace({ of }: { of: TipState | null }) {
  const [, renew] = useState(0);
  const isWanted = of !== null && !come;
  useEffect(() => {
    // Under a pointer it shows once it has come, and where it does not come nobody is told: only who presses has asked.
    if (isWanted)
      fetched().then(
        () => renew((n) => n + 1),
        () => undefined,
      );
  }, [isWanted]);
  if (!of || !(of.isPinned || come)) return null;
  const { onAgain, ...tip } = of;
  return (
    <DialogBoundary what="The sentence" onClose={tip.onClose} onAgain={onAgain}>
      <Opened {...tip} />
    </DialogBoundary>
  );
}

/** The sentence itself where its code is loaded already: through `lazy` React would show it some frames later. */
function Opened(props: TermTipProps) {
  const [Shown] = useState(() => come ?? LaterTip);
  return <Shown {...props} />;
}
