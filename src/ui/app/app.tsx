import { lazy, Suspense, useEffect } from 'react';
import type { Session } from '../../session/session';
import { dialogStore } from '../dialogs';
import { Header } from '../header/header';
import { SessionContext, useSession, useStoreOf } from '../kit/session-context';
import { useShortcuts } from '../use-shortcuts';
import '../theme/theme.css';
import { Columns } from './columns';
import { DropTarget } from './drop-target';
import { watchFirstAnswer } from './first-answer';
import { Messages } from './messages';
import { watchPrinting } from './printing';
import { panelsStore } from './shown-panels';
import { NARROW, useMedia } from './use-media';
import { Tabs } from './tabs';
import styles from './app.module.css';

const NetworkDialog = lazy(() => import('../network/network-dialog'));
const HelpDialog = lazy(() => import('../help/help-dialog'));
const ModelsDialog = lazy(() => import('../models/models-dialog'));
const RobustnessDialog = lazy(() => import('../robustness/robustness-dialog'));
const AboutDialog = lazy(() => import('../help/about-dialog'));
const DescribeDialog = lazy(() => import('../network/describe-dialog'));

export function App({ session }: { session: Session }) {
  useEffect(() => watchFirstAnswer(session), [session]);
  useEffect(watchPrinting, []);
  return (
    <SessionContext value={session}>
      <Page />
    </SessionContext>
  );
}

function Page() {
  const { opening } = useSession();
  const narrow = useMedia(NARROW);
  const open = useStoreOf(dialogStore, (s) => s.open);
  const question = useStoreOf(opening.store, (s) => s.question);
  const embedded = useStoreOf(panelsStore, (s) => s.embed !== null);
  const size = narrow ? '' : embedded ? styles.embedded : styles.wide;
  useShortcuts();
  return (
    <DropTarget>
      <div className={[styles.page, size].join(' ')}>
        {!embedded && <Header />}
        {narrow ? <Tabs /> : <Columns />}
      </div>
      <Messages />
      <Suspense>
        {open === 'network' && <NetworkDialog />}
        {open === 'help' && <HelpDialog />}
        {open === 'about' && <AboutDialog />}
        {open === 'models' && <ModelsDialog />}
        {open === 'robustness' && <RobustnessDialog />}
        {question && <DescribeDialog key={question.name} question={question} />}
      </Suspense>
    </DropTarget>
  );
}
