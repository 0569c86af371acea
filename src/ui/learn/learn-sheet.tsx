import { ChevronDown, ChevronUp } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { IconButton } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { LearnPanel } from './learn-panel';
import { WORDS } from './words';
import styles from './learn.module.css';

/** Pixels that the answer and the tabs take at the top of a page that is scrolled. */
const TABS = 96;

/** The lessons on a narrow page: a sheet at its foot, which can be folded; the page ends above it. */
export function LearnSheet() {
  const words = useTexts(WORDS);
  const [folded, setFolded] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = sheet;
    if (!current) return undefined;
    const { style } = document.documentElement;
    const fit = () => {
      const height = `${current.offsetHeight}px`;
      room.current!.style.height = height;
      // What is scrolled into sight comes to stand above it, and below the tabs.
      style.scrollPadding = `${TABS}px 0 ${height}`;
    };
    const watching = new ResizeObserver(fit);
    watching.observe(current);
    fit();
    return () => {
      watching.disconnect();
      style.scrollPadding = '';
    };
  }, []);
  return (
    <>
      <div ref={room} aria-hidden />
      <div ref={sheet} className={styles.sheet} data-folded={folded} data-testid="learn-sheet">
        <div className={styles.fold}>
          <IconButton
            label={folded ? words.unfold : words.fold}
            aria-expanded={!folded}
            onClick={() => setFolded(!folded)}
          >
            {folded ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
          </IconButton>
        </div>
        <LearnPanel />
      </div>
    </>
  );
}
