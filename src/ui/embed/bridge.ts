/** What an embedded page and the page around it say to each other (docs/embedding.md), but for the height. */
import { lessonEvents, type LessonDone, type StepDone } from '../../learn/events';
import { sentence } from '../../session/core/messages';
import { createThrottle } from '../../session/core/throttle';
import {
  MESSAGES_VERSION,
  readMessage,
  type FromHost,
  type FromPage,
  type MessageId,
} from '../../view/embed/messages';
import { onLinkChange } from '../../view/link/on-link-change';
import { PAGE_LINK } from '../../view/link/page-format';
import { captureLink } from '../../view/link/page-link';
import { shownPanels } from '../../view/panels';
import type { View } from '../../view/view';

/** Milliseconds between two states that are told of their own accord. */
const PAUSE = 250;

/** Of the window: the page around it, and what comes from there. */
export interface Around {
  parent: unknown;
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
}

/** The page's address, as far as the host may change it. */
export interface Address {
  opened: Promise<void>;
  open(link: string): Promise<string | null>;
}

type FromLessons =
  | ({ type: 'mtspike:step' } & StepDone)
  | ({ type: 'mtspike:lesson' } & LessonDone);

type SetMessage = Extract<FromHost, { type: 'mtspike:set' }>;

/**
 * Tells the page around, if it is of the origin `host`, what is on the page, and does what it asks for; what comes from others is
 * not heard. Returns what ends it.
 */
export function speakWithHost(
  view: View,
  address: Address,
  host: string,
  around: Around,
): () => void {
  const say = (message: FromPage | FromLessons): void => {
    if (ended) return;
    const { parent } = around as { parent: Pick<Window, 'postMessage'> };
    // The browser delivers it to this origin alone.
    parent.postMessage({ v: MESSAGES_VERSION, ...message }, host);
  };
  const linkNow = (): string => PAGE_LINK.encode(captureLink(view));
  let ended = false;
  let told: string | null = null;
  let ready = false;
  let opening = false;
  /** The link that is opened next: of several the last. */
  let next: SetMessage | null = null;

  const state = createThrottle(
    async () => {
      const link = linkNow();
      if (ready && !opening && link !== told) {
        told = link;
        say({ type: 'mtspike:state', link });
      }
      return PAUSE;
    },
    () => performance.now(),
    PAUSE,
  );

  const answer = ({ id }: { id?: MessageId }, why: string | null): void => {
    const named = id === undefined ? {} : { id };
    if (why === null) say({ type: 'mtspike:answer', ok: true, ...named });
    else say({ type: 'mtspike:answer', ok: false, why, ...named });
  };

  async function open(message: SetMessage): Promise<void> {
    if (next) answer(next, 'Another link came before this one was opened.');
    next = message;
    if (opening) return;
    opening = true;
    await address.opened;
    while (next) {
      const now: SetMessage = next;
      next = null;
      answer(now, await address.open(now.link).catch(sentence));
    }
    opening = false;
    state.ask();
  }

  function onMessage({ data, origin, source }: MessageEvent): void {
    if (source !== around.parent || origin !== host) return;
    const received = readMessage(data);
    if (received.message === null) {
      if (received.ours) answer(received, received.why);
      return;
    }
    const { message } = received;
    if (message.type === 'mtspike:set') void open(message);
    if (message.type === 'mtspike:get') {
      const { type: _, ...named } = message;
      say({ type: 'mtspike:state', link: linkNow(), ...named });
    }
  }

  around.addEventListener('message', onMessage);
  const stop = onLinkChange(view, () => state.ask());
  lessonEvents.on('step done', (step) => say({ type: 'mtspike:step', ...step }));
  lessonEvents.on('lesson done', (lesson) => say({ type: 'mtspike:lesson', ...lesson }));
  void address.opened.then(() => {
    ready = true;
    told = linkNow();
    say({ type: 'mtspike:ready', link: told, panels: shownPanels(view.store.getState()) });
  });
  return () => {
    around.removeEventListener('message', onMessage);
    stop();
    ended = true;
  };
}
