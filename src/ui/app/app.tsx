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
import { keepOffline } from './keep-offline';
import { Messages } from './messages';
import { rest } from './parts';
import { PageBoundary } from './page-boundary';
import { optionalPart } from './optional-part';
import { PanelBoundary } from './panel-boundary';
import { PaperLine } from './paper-line';
import { watchPresentation } from '../kit/presentation';
import { watchPrinting } from '../kit/printing';
import { isLearning } from '../../view/learning';
import type { View } from '../../view/view';
import { useMarked } from '../kit/use-marked';
import { FINGERS, TABBED, useMedia } from '../kit/use-media';
import { Tabs } from './tabs';
import styles from './app.module.css';

const EngineSheet = optionalPart((parts) => parts.EngineSheet);
const Hands = optionalPart((parts) => parts.Hands);
const Spoken = optionalPart((parts) => parts.Spoken);

const DataSheet = lazyPart(async () => (await rest()).DataSheet);
const ShareSheet = lazyPart(async () => (await rest()).ShareSheet);

export function App({ view }: { view: View }) {
  useEffect(() => watchFirstAnswer(view.session), [view]);
  useEffect(watchPrinting, []);
  useEffect(() => watchPresentation(view), [view]);
  useEffect(() => keepOffline(view, idle(window).then(fetchParts)), [view]);
  return (
    <ViewContext value={view}>
      <PageBoundary>
        <Page />
      </PageBoundary>
    </ViewContext>
  );
}

function Page() {
  const tabbed = useMedia(TABBED);
  const embedded = useStoreOf(useView().store, (s) => s.embed !== null);
  const learning = useStoreOf(useView().store, isLearning);
  const fingers = useMedia(FINGERS);
  useMarked('tabbed', tabbed && !embedded);
  useMarked('fingers', fingers || (tabbed && !embedded));
  useShortcuts();
  return (
    <DropTarget>
      {embedded ? (
        <Embedded />
      ) : (
        <div className={[styles.page, tabbed ? '' : styles.wide].join(' ')}>
          <PaperLine />
          <PanelBoundary title="Header">
            <Header
              share={<ShareButton Sheet={ShareSheet} />}
              engine={<EngineSheet />}
              Data={DataSheet}
            />
            <FirstLine />
          </PanelBoundary>
          {tabbed ? <Tabs /> : <Columns />}
          {tabbed && learning && <LearnAtFoot />}
        </div>
      )}
      <Hands />
      <Spoken />
      <Messages />
      <Dialogs />
    </DropTarget>
  );
}
