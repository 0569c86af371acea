import { useEffect, useState, type RefObject } from 'react';

/** Whether what the element scrolls goes on below its lower edge. */
export function useMoreBelow(scroller: RefObject<HTMLElement | null>): boolean {
  const [more, setMore] = useState(false);
  useEffect(() => {
    const { current } = scroller;
    if (!current) return undefined;
    const look = () => setMore(current.scrollTop + current.clientHeight < current.scrollHeight - 4);
    // Its own size, and what comes and goes in it.
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    const content = new MutationObserver(look);
    content.observe(current, { childList: true, subtree: true, characterData: true });
    current.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      content.disconnect();
      current.removeEventListener('scroll', look);
    };
  });
  return more;
}
