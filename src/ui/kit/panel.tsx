import { Expand, Shrink } from 'lucide-react';
import { useEffect, useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { paperStore } from './paper';
import { forgetPanel, fullPanelStore, toggleFullPanel } from '../../view/full-panel';
import { PANEL_WORDS } from '../../view/words/panel-words';
import { useTexts } from './lang/use-texts';
import styles from './panel.module.css';

interface Props {
  title: string;
  /** Right of the title: a caption or small controls. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled region of the page, which can fill the screen. */
export function Panel({ title, aside, children, className }: Props) {
  const id = useId();
  const said = useTexts(PANEL_WORDS).titles[title] ?? title;
  const paper = useStore(paperStore, (s) => s.paper);
  const full = useStore(fullPanelStore, (s) => s.full === title) && !paper;
  useEffect(() => () => forgetPanel(title), [title]);
  const near = () => fullPanelStore.setState({ near: title });
  return (
    // Where the pointer and the focus are is noted here, nothing is done.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={className ? `${styles.panel} ${className}` : styles.panel}
      aria-labelledby={id}
      data-full={full || undefined}
      tabIndex={full ? -1 : undefined}
      onPointerEnter={near}
      onFocus={near}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {said}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        <FullButton title={title} said={said} full={full} />
      </header>
      {children}
    </section>
  );
}

/** The last of the head, at its right end; quiet until the panel is pointed at or has the focus. */
function FullButton({ title, said, full }: { title: string; said: string; full: boolean }) {
  const words = useTexts(PANEL_WORDS);
  const label = full ? words.back : words.full;
  // Heard one after the other, the buttons of all panels would be alike.
  const Sign = full ? Shrink : Expand;
  return (
    <button
      type="button"
      title={label}
      aria-label={`${said}: ${label}`}
      aria-pressed={full}
      className={styles.full}
      onClick={(event) => {
        toggleFullPanel(title);
        // By pointer the keys go on with the panel: Space plays. The keyboard's own place stays; its click has no detail.
        const panel = event.currentTarget.closest('section');
        if (!full && event.detail > 0) requestAnimationFrame(() => panel?.focus());
      }}
    >
      <Sign size={13} aria-hidden />
    </button>
  );
}
