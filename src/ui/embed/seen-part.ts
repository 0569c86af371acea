/** Of a frame that is higher than the window often only a part is in sight: what lies over the page is put there. */
import { dialogStore } from '../../view/dialogs';
import type { Session } from '../../session/session';
import { lookAtSeenPart } from '../kit/seen-part';

/** Lets the style sheets know which part of the frame is in sight: `--seen-top`, `--seen-bottom`, both measured from its top. */
function look(root: HTMLElement): void {
  lookAtSeenPart(root, ({ top, bottom }) => {
    root.style.setProperty('--seen-top', `${top}px`);
    root.style.setProperty('--seen-bottom', `${bottom}px`);
  });
}

/** Milliseconds between two looks while a message stands: no event tells a frame that the page around is scrolled. */
const OFTEN = 200;

/** Looks whenever a message or a dialog comes, and as long as a message stands; returns what ends it. */
export function followSeenPart({ messages, opening }: Session, root: HTMLElement): () => void {
  const stops = [messages.store, opening.store, dialogStore].map((store) =>
    store.subscribe(() => look(root)),
  );
  const timer = setInterval(() => {
    if (messages.store.getState().messages.length > 0) look(root);
  }, OFTEN);
  look(root);
  return () => {
    clearInterval(timer);
    stops.forEach((stop) => stop());
  };
}
