/** The keyboard on the rows: one of them is in the tab order, arrows go to the next, and the focus never falls off the page. */
import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { NeuronRef } from '../../../session/stimulus/playback';
import { isSameNeuron } from '../../../session/stimulus/playback';
import { hasModifier } from '../../../view/keys';
import { pageAt } from '../../../view/tables/spike-list';
import { useView } from '../../kit/session-context';
import type { ListedSpikes } from './use-listed';

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** A neuron that somebody went to, for as long as the cursor stays where it was. */
interface Walk {
  to: NeuronRef;
  cursor: number;
}

export function useRows({ list, now, cursor, playing }: ListedSpikes) {
  const { session } = useView();
  const [walk, setWalk] = useState<Walk | null>(null);
  const walked = walk?.cursor === cursor ? list.findIndex((s) => isSameNeuron(s, walk.to)) : -1;
  const active = walked >= 0 ? walked : now.first;
  const page = pageAt(active, list.length);
  const box = useRef<HTMLDivElement>(null);
  /** Set while the focus is on a row; React tells of no blur when it takes the row away. */
  const focused = useRef(false);

  const goTo = (at: number) => {
    const to = list[Math.min(list.length - 1, Math.max(0, at))];
    if (to) setWalk({ to, cursor });
  };

  useLayoutEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('tr[data-active]');
    if (!row || !box.current) return;
    show(box.current, row);
    if (!focused.current) return;
    const lost = !box.current.contains(document.activeElement);
    // While it plays a row is read out only if its page is gone.
    if (lost || !playing) row.querySelector('button')?.focus({ preventScroll: true });
  }, [active, list, page.from, playing]);

  const body = {
    onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key];
      if (step === undefined || event.shiftKey || hasModifier(event)) return;
      goTo(active + step);
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus(event: FocusEvent) {
      focused.current = true;
      const at = Number(event.target.closest('tr')?.dataset['at']);
      if (at !== active) goTo(at);
      session.playback.hover(list[at] ?? null);
    },
    onBlur() {
      focused.current = false;
      session.playback.hover(null);
    },
  };
  return { active, page, box, body, focused, goTo };
}

/** Scrolls the table alone, and not the page, until the row is in sight below the heads, with those beside it. */
function show(box: HTMLElement, row: HTMLElement): void {
  const head = box.querySelector('thead')?.clientHeight ?? 0;
  const around = 2 * row.offsetHeight;
  const top = row.offsetTop - head - around;
  const bottom = row.offsetTop + row.offsetHeight + around - box.clientHeight;
  if (box.scrollTop > top) box.scrollTop = top;
  else if (box.scrollTop < bottom) box.scrollTop = bottom;
}
