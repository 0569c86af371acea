/** What makes any element one that explains a term: hover, focus and tap show the term's sentence beside it. */
import { useEffect, useId, useRef, useState } from 'react';
import type { HTMLAttributes, RefAttributes } from 'react';
import type { TermName } from '../../../words/terms/en';
import type { TipState } from './term-tips';

/** `shown`: until pointer or focus leave; `pinned`: until it is closed. */
type Open = 'no' | 'shown' | 'pinned';

/** Milliseconds for which a pointer rests on a word, or may be on its way to its sentence. */
const REST = 150;

type Handlers<E> = HTMLAttributes<E> & RefAttributes<E>;

interface Options {
  /** Any click pins the sentence; without it only a finger's tap does, for the click is for something else and a mouse has seen it. */
  pins?: boolean;
}

/**
 * @param name undefined: the element is no term
 * @returns the handlers of the element, which is to take the focus, and what a `TipPlace` behind it shows
 */
export function useTerm<E extends HTMLElement>(
  name: TermName | undefined,
  { pins = false }: Options = {},
): { handlers: Handlers<E>; tip: TipState | null } {
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
  if (name === undefined) return { handlers: {}, tip: null };
  const handlers: Handlers<E> = {
    ref: anchor,
    'aria-describedby': open === 'no' ? undefined : id,
    onPointerEnter: ({ pointerType }) => {
      if (pointerType !== 'touch') soon(show);
    },
    onPointerLeave: leave,
    onPointerDown: ({ pointerType }) => {
      touched.current = pointerType === 'touch';
    },
    onFocus: ({ target }) => {
      // Not where a click brought it.
      if (target.matches(':focus-visible')) soon(show);
    },
    onBlur: leave,
    onClick: ({ detail }) => {
      // A click by a key has no pointer.
      if (!pins && (detail === 0 || !touched.current)) return;
      stay();
      setOpen((before) => (before === 'pinned' ? 'no' : 'pinned'));
    },
  };
  const tip: TipState | null =
    open === 'no'
      ? null
      : {
          id,
          name,
          anchor,
          isPinned: open === 'pinned',
          onClose: close,
          onEnter: stay,
          onLeave: leave,
          onAgain: () => setOpen('pinned'),
        };
  return { handlers, tip };
}
