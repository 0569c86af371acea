import './early';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSession } from '../session/create';
import { App } from './app/app';
import { embed } from './app/parts';
import { sentence } from '../session/core/messages';
import { embedOf } from '../view/panels';
import { keepRun } from './keep/keep-run';
import { openLang } from './kit/lang/choice';
import { watchStyles } from './kit/repeatable';
import { pageOptions } from './page-options';
import { followAddress } from './share/follow-address';
import { PAGE_LINK } from '../view/link/page-format';
import { presentOf } from '../view/present';
import { applyViews } from '../view/link/page-link';
import { createView } from '../view/create-view';
import { unescapeHash } from './share/unescape-hash';

unescapeHash();
openLang(location.search);
const opened = PAGE_LINK.decode(location.hash);
watchStyles();
const { state: link, problem } = opened;

const session = createSession({ ...pageOptions(), link });
const view = createView(session, {
  embed: embedOf(location.search),
  presenting: presentOf(location.search),
  learning: new URLSearchParams(location.search).has('lesson-file'),
});
applyViews(view, link);
if (problem) session.messages.error(problem, { topic: 'address' });
const address = followAddress(view, opened, session.ready);
if (view.store.getState().embed) {
  void embed().then(
    ({ startEmbedded }) => startEmbedded(view, address),
    (error: unknown) => session.messages.error(sentence(error)),
  );
}
void keepRun(view, link, session.ready);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App view={view} />
  </StrictMode>,
);
