import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Message } from '../../session/messages';
import { Button, IconButton } from '../kit/button';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './messages.module.css';

/** A note goes away by itself; an error stays until it is dismissed or settled. */
const NOTE_MILLISECONDS = 9000;

/** What the page has to tell, over the lower edge: nothing that people work with moves. */
export function Messages() {
  const { messages: service } = useSession();
  const messages = useStoreOf(service.store, (s) => s.messages);
  return (
    <section className={styles.stack} aria-label="Messages">
      {messages.map((message) => (
        <MessageCard
          key={message.id}
          message={message}
          dismiss={() => service.dismiss(message.id)}
        />
      ))}
    </section>
  );
}

function MessageCard({ message, dismiss }: { message: Message; dismiss: () => void }) {
  const { kind, text, action, actions, id } = message;
  const { messages } = useSession();
  useEffect(() => {
    if (kind !== 'note' || actions) return;
    const timer = setTimeout(() => messages.dismiss(id), NOTE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [kind, actions, id, messages]);
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
