import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import styles from './ring.module.css';

/** Something of the page that can be lit. */
export interface Lit {
  /** The first that is in sight is lit. */
  selector: string;
  /** The tab of a narrow page that it is on; null: on all. */
  tab: 'input' | 'spikes' | 'training' | null;
}

/** Pixels by which the ring stands off what it lights. */
const OFF = 4;

/** Where a dialog is open over the page, what is in it comes first. */
function find({ selector }: Lit): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const seen = all.filter((element) => element.getClientRects().length > 0);
  return seen.find((element) => element.closest('[role=dialog]')) ?? seen[0] ?? null;
}

/** Milliseconds for which what is not there yet is waited for: panels come after the first answer. */
const PATIENCE = 10_000;

/** Brings it into sight, as soon as it is there: on a narrow page its tab is opened first. The function returned gives it up. */
export function reveal(target: Lit): () => void {
  if (!find(target) && target.tab) {
    document.querySelector<HTMLElement>(`[data-testid="tab-${target.tab}"]`)?.click();
  }
  const until = performance.now() + PATIENCE;
  const look = () => {
    const found = find(target);
    if (found) found.scrollIntoView({ block: 'nearest' });
    else if (performance.now() < until) frame = requestAnimationFrame(look);
  };
  // First the tab is drawn, and the lesson's sheet is as high as the step asks for.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}

interface Props {
  around: Lit;
  /** Its marks for tests. */
  marks?: Record<`data-${string}`, string | boolean>;
}

/** A ring around the real thing, wherever it goes; it takes no clicks. */
export function Ring({ around, marks }: Props) {
  const ring = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let frame = 0;
    let last: string | null = null;
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const element = find(around);
      const box = element?.getBoundingClientRect();
      const place = box ? `${box.x},${box.y},${box.width},${box.height}` : '';
      const { style } = ring.current!;
      if (place === last) return;
      last = place;
      style.display = box ? '' : 'none';
      const over = element?.closest<HTMLElement>('[role=dialog], [data-bar]');
      ring.current!.dataset.over = !over ? 'page' : 'bar' in over.dataset ? 'bar' : 'dialog';
      if (!box) return;
      style.transform = `translate(${box.x - OFF}px, ${box.y - OFF}px)`;
      style.width = `${box.width + 2 * OFF}px`;
      style.height = `${box.height + 2 * OFF}px`;
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [around]);
  return createPortal(
    <div ref={ring} className={styles.ring} {...marks} aria-hidden />,
    document.body,
  );
}
