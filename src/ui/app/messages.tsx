import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Message } from '../../session/core/messages';
import { fullPanelStore } from '../../view/full-panel';
import { Button, IconButton } from '../kit/button';
import { messagePlaces } from '../kit/message-place';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './messages.module.css';

/** A note goes away by itself, unless it stays true; an error stays until it is dismissed or settled. */
const NOTE_MILLISECONDS = 9000;

/**
 * What the page has to tell: over the lower edge of a wide page, or of a panel that fills the screen; on a narrow one, in a frame, or
 * with a dialog open in a place of its own, so that it covers none of these. Nothing that people work with moves.
 */
export function Messages() {
  const { messages: service } = useSession();
  const messages = useStoreOf(service.store, (s) => s.messages);
  const last = useStoreOf(messagePlaces, (s) => s.places.at(-1) ?? null);
  const full = useStoreOf(fullPanelStore, (s) => s.full !== null);
  // What lies under a panel that fills the screen is not seen.
  const place = full && last?.kind !== 'front' ? null : last;
  const held = useRef(0);
  useLayoutEffect(() => {
    const height = place?.kind === 'before' ? place.element.offsetHeight : 0;
    if (height !== held.current) scrollBy(0, height - held.current);
    held.current = height;
  });
  const stack = (
    <section
      className={[styles.stack, place ? styles.placed : styles.over].join(' ')}
      aria-label="Messages"
    >
      {messages.map((message) => (
        <MessageCard
          key={message.id}
          message={message}
          dismiss={() => service.dismiss(message.id)}
        />
      ))}
    </section>
  );
  return place ? createPortal(stack, place.element) : stack;
}

function MessageCard({ message, dismiss }: { message: Message; dismiss: () => void }) {
  const { kind, text, action, actions, stays = false, id } = message;
  const { messages } = useSession();
  useEffect(() => {
    if (kind !== 'note' || actions || stays) return;
    const timer = setTimeout(() => messages.dismiss(id), NOTE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [kind, actions, stays, id, messages]);
  return (
    <div
      className={`${styles.message} ${styles[kind]}`}
      role={kind === 'error' ? 'alert' : 'status'}
      data-testid={kind === 'error' ? 'error' : 'note'}
    >
      <p>{text}</p>
      {(actions ?? (action ? [action] : [])).map(({ label, run }) => (
        <Button
          key={label}
          onClick={() => {
            dismiss();
            run();
          }}
        >
          {label}
        </Button>
      ))}
      <IconButton label="Dismiss" onClick={dismiss}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
