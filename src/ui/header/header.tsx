import { CircleHelp, GraduationCap, Info, Menu } from 'lucide-react';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { openDialog } from '../../view/dialogs';
import { isLearning, isTeaching } from '../../view/learning';
import { Button, IconButton } from '../kit/button';
import { useStoreOf, useView } from '../kit/session-context';
import { DataMenu } from './data-menu';
import { EngineChip } from './engine-chip';
import { ModelFiles } from './model-files';
import { NetworkChip } from './network-chip';
import { PresentButton } from './present-button';
import { ThemeButton } from './theme-button';
import styles from './header.module.css';

interface Props {
  share?: ReactNode;
  engine?: ReactNode;
  Data?: ComponentType<{ onClose: () => void }>;
}

/**
 * @param share the button that shares the page as a link
 * @param engine the engine's menu
 * @param Data the data menu, in a file that comes later
 */
export function Header({ share, engine, Data }: Props) {
  const [open, setOpen] = useState(false);
  // What it led to has its room.
  const { store } = useView();
  useEffect(
    () =>
      store.subscribe((s, was) => {
        if (isTeaching(s) > isTeaching(was) || isLearning(s) > isLearning(was)) setOpen(false);
      }),
    [store],
  );
  return (
    <header className={styles.header} data-open={open}>
      <h1 className={styles.title} translate="no">
        MT-Spike<span className={styles.second}> Playground</span>
      </h1>
      <div className={styles.chips}>
        <LearnButton />
        <DataMenu Sheet={Data} />
        <NetworkChip />
        <EngineChip sheet={engine} />
      </div>
      <div className={styles.actions}>
        <span className={styles.files}>
          <ModelFiles />
        </span>
        <span className={styles.kept}>{share}</span>
        <ThemeButton />
        <span className={styles.projector}>
          <PresentButton />
        </span>
        <IconButton label="About this page" onClick={() => openDialog('about')}>
          <Info size={16} aria-hidden />
        </IconButton>
        <IconButton label="Help and shortcuts (?)" onClick={() => openDialog('help')}>
          <CircleHelp size={16} aria-hidden />
        </IconButton>
      </div>
      {/* On a phone all but lessons and sharing is behind it: the pad is to be on the first screen. */}
      <IconButton
        label="Data, network, engine, models and more"
        className={styles.menu}
        data-testid="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Menu size={18} aria-hidden />
      </IconButton>
    </header>
  );
}

/** Opens the lessons, and closes their list; a lesson that is open is left in its own panel, to which this leads. */
function LearnButton() {
  const { store } = useView();
  const learning = useStoreOf(store, isLearning);
  return (
    <Button
      className={styles.learn}
      data-testid="learn"
      aria-label="Learn"
      aria-pressed={learning}
      onClick={() => {
        if (store.getState().lesson === null) store.setState({ learning: !learning });
        else document.querySelector<HTMLElement>('[data-testid=lesson]')?.focus();
      }}
    >
      <GraduationCap size={16} aria-hidden />
      <span className={styles.word}>Learn</span>
    </Button>
  );
}
