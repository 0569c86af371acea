import { useEffect } from 'react';
import { FirstLine } from '../header/first-line';
import { Header } from '../header/header';
import { idle } from '../kit/idle';
import { lazyPart } from '../kit/lazy-part';
import { fetchParts } from '../kit/repeatable';
import { ViewContext, useStoreOf, useView } from '../kit/session-context';
import { ShareButton } from '../share/share-button';
import { useShortcuts } from './use-shortcuts';
import '../kit/theme/theme.css';
import { Columns } from './columns';
import { LearnAtFoot } from './learn';
import { Dialogs } from './dialogs';
import { DropTarget } from './drop-target';
import { Embedded } from './embedded';
import { watchFirstAnswer } from './first-answer';
import { keepFocus } from './keep-focus';
import { Messages } from './messages';
import { rest } from './parts';
import { PageBoundary } from './page-boundary';
import { optionalPart } from './optional-part';
import { PanelBoundary } from './panel-boundary';
import { PaperLine } from './paper-line';
import { watchFullScreen } from '../kit/full-screen';
import { watchPresentation } from '../kit/presentation';
import { watchPrinting } from '../kit/printing';
import { isLearning } from '../../view/learning';
import type { View } from '../../view/view';
import { NARROW, useMedia } from '../kit/use-media';
import { Tabs } from './tabs';
import styles from './app.module.css';

const EngineSheet = optionalPart((parts) => parts.EngineSheet);
const Spoken = optionalPart((parts) => parts.Spoken);

const DataSheet = lazyPart(async () => (await rest()).DataSheet);
const ShareSheet = lazyPart(async () => (await rest()).ShareSheet);

export function App({ view }: { view: View }) {
  useEffect(() => watchFirstAnswer(view.session), [view]);
  useEffect(watchPrinting, []);
  useEffect(keepFocus, []);
  useEffect(() => watchPresentation(view), [view]);
  useEffect(() => watchFullScreen(view.session), [view]);
  useEffect(() => void idle(window).then(fetchParts), []);
  return (
    <ViewContext value={view}>
      <PageBoundary>
        <Page />
      </PageBoundary>
    </ViewContext>
  );
}

function Page() {
  const narrow = useMedia(NARROW);
  const embedded = useStoreOf(useView().store, (s) => s.embed !== null);
  const learning = useStoreOf(useView().store, isLearning);
  useShortcuts();
  return (
    <DropTarget>
      {embedded ? (
        <Embedded />
      ) : (
        <div className={[styles.page, narrow ? '' : styles.wide].join(' ')}>
          <PaperLine />
          <PanelBoundary title="Header">
            <Header
              share={<ShareButton Sheet={ShareSheet} />}
              engine={<EngineSheet />}
              Data={DataSheet}
            />
            <FirstLine />
          </PanelBoundary>
          {narrow ? <Tabs /> : <Columns />}
          {narrow && learning && <LearnAtFoot />}
        </div>
      )}
      <Spoken />
      <Messages />
      <Dialogs />
    </DropTarget>
  );
}
