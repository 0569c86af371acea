/** What makes any element one that explains a term: hover, focus and tap show the term's sentence beside it. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { FocusEvent, MouseEvent, PointerEvent } from 'react';
import type { TermName } from '../../../words/terms/en';
import { DialogBoundary } from '../dialog-boundary';
import { fetchTips, termTip } from './term-tips';

/** `shown`: until pointer or focus leave; `pinned`: until it is closed. */
type Open = 'no' | 'shown' | 'pinned';

/** Milliseconds for which a pointer rests on a word, or may be on its way to its sentence. */
const REST = 150;

interface Options {
  /** Any click pins the sentence; without it only a finger's tap does, for the click is for something else and a mouse has seen it. */
  pins?: boolean;
}

/** @returns the handlers of the element, which is to take the focus, and what is put behind it */
export function useTerm<E extends HTMLElement>(name: TermName, { pins = false }: Options = {}) {
  const [open, setOpen] = useState<Open>('no');
  const id = useId();
  const anchor = useRef<E>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stay = () => clearTimeout(timer.current);
  const soon = (next: (before: Open) => Open) => {
    stay();
    timer.current = setTimeout(() => setOpen(next), REST);
  };
  const show = (before: Open): Open => (before === 'no' ? 'shown' : before);
  const leave = () => soon((before) => (before === 'shown' ? 'no' : before));
  const close = () => {
    stay();
    setOpen('no');
  };
  const handlers = {
    ref: anchor,
    'aria-describedby': open === 'no' ? undefined : id,
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      fetchTips();
      if (pointerType !== 'touch') soon(show);
    },
    onPointerLeave: leave,
    onPointerDown: ({ pointerType }: PointerEvent) => {
      touched.current = pointerType === 'touch';
    },
    onFocus: ({ target }: FocusEvent) => {
      fetchTips();
      // Not where a click brought it.
      if (target.matches(':focus-visible')) soon(show);
    },
    onBlur: leave,
    onClick: ({ detail }: MouseEvent) => {
      // A click by a key has no pointer.
      if (!pins && (detail === 0 || !touched.current)) return;
      stay();
      setOpen((before) => (before === 'pinned' ? 'no' : 'pinned'));
    },
  };
  const Tip = open === 'no' ? null : termTip(open === 'pinned');
  const tip: ReactNode = Tip && (
    <DialogBoundary what="The sentence" onClose={close} onAgain={() => setOpen('pinned')}>
      <Tip
        {...{ id, name, anchor }}
        isPinned={open === 'pinned'}
        onClose={close}
        onEnter={stay}
        onLeave={leave}
      />
    </DialogBoundary>
  );
  return { handlers, tip };
}
