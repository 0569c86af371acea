import { useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { TARGETS, type Target, type TargetName } from '../../learn/targets';
import styles from './learn.module.css';

/** Pixels by which the ring stands off what it lights. */
const OFF = 4;

function find({ selector }: Target): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  return all.find((element) => element.getClientRects().length > 0) ?? null;
}

/** Brings the target into sight: on a narrow page its tab is opened first. */
function reveal(target: Target): void {
  if (!find(target) && target.tab) {
    document.querySelector<HTMLElement>(`[data-testid="tab-${target.tab}"]`)?.click();
  }
  // First the tab is drawn, and the lesson's sheet is as high as the step asks for.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => find(target)?.scrollIntoView({ block: 'nearest' })),
  );
}

/** A ring around the real thing that a step is about, wherever it goes; it takes no clicks. */
export function Ring({ name, lit }: { name: TargetName; lit: boolean }) {
  const ring = useRef<HTMLDivElement>(null);
  const target = TARGETS[name];
  useEffect(() => {
    if (lit) reveal(target);
    // A step that is done already is not pointed at when it is looked at again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target]);
  useLayoutEffect(() => {
    let frame = 0;
    let last = '';
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const element = find(target);
      const box = element?.getBoundingClientRect();
      const place = box ? `${box.x},${box.y},${box.width},${box.height}` : '';
      const { style } = ring.current!;
      if (place === last) return;
      last = place;
      style.display = box ? '' : 'none';
      ring.current!.dataset.over = String(element?.closest('[role=dialog]') != null);
      if (!box) return;
      style.transform = `translate(${box.x - OFF}px, ${box.y - OFF}px)`;
      style.width = `${box.width + 2 * OFF}px`;
      style.height = `${box.height + 2 * OFF}px`;
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return createPortal(
    <div
      ref={ring}
      className={styles.ring}
      data-testid="lesson-ring"
      data-target={name}
      data-lit={lit}
      aria-hidden
    />,
    document.body,
  );
}
