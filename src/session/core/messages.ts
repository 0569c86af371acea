/** What the page has to tell: errors and notes, each a sentence, shown until dismissed or settled. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface MessageAction {
  label: string;
  run: () => void;
}

type Options = Pick<Message, 'action' | 'actions' | 'topic' | 'stays'>;

export interface Message {
  id: number;
  kind: 'error' | 'note';
  text: string;
  /** A remedy offered beside the sentence. */
  action?: MessageAction;
  /** A decision to be made: the message stays until it is. */
  actions?: MessageAction[];
  /** A note that is true until it is settled: it does not go away by itself. */
  stays?: boolean;
  /** Messages of one topic replace each other. */
  topic?: string;
}

export interface MessagesState {
  messages: Message[];
}

const MOST = 4;

/** Of too many messages the oldest is dropped, except those that wait for a decision or stay until they are settled. */
function capped(messages: Message[]): Message[] {
  const oldest = messages.findIndex((m) => !m.actions && !m.stays);
  return messages.length > MOST && oldest >= 0 ? messages.toSpliced(oldest, 1) : messages;
}

/** What errors about a person's files are told under: dropped, looked at, as data, as a model. */
const FILES = ['drop', 'picture', 'data', 'network'];

export interface Messages {
  store: StoreApi<MessagesState>;
  /** Says what went wrong and what to do next; returns the message's id. */
  error(text: string, options?: Options): number;
  note(text: string, options?: Options): number;
  /** Another text for a message that stands, in its place: how far something is. Nothing where it has been dismissed. */
  reword(id: number, text: string): void;
  dismiss(id: number): void;
  /** Ids of the errors of a topic. */
  errorsOf(topic: string | undefined): number[];
  /** Takes back what a topic said, once it is settled. */
  settle(topic: string): void;
  /** A person gives another file: takes back what was wrong with those before. */
  settleFiles(): void;
}

export function createMessages(): Messages {
  const store = createStore<MessagesState>(() => ({ messages: [] }));
  let nextId = 1;
  const add = (message: Omit<Message, 'id'>): number => {
    const id = nextId++;
    store.setState(({ messages }) => ({
      messages: capped([
        ...messages.filter((m) =>
          message.topic === undefined ? m.text !== message.text : m.topic !== message.topic,
        ),
        { ...message, id },
      ]),
    }));
    return id;
  };
  return {
    store,
    error: (text, options = {}) => add({ kind: 'error', text, ...options }),
    note: (text, options = {}) => add({ kind: 'note', text, ...options }),
    reword: (id, text) =>
      store.setState(({ messages }) => ({
        messages: messages.map((m) => (m.id === id ? { ...m, text } : m)),
      })),
    dismiss: (id) =>
      store.setState(({ messages }) => ({ messages: messages.filter((m) => m.id !== id) })),
    errorsOf: (topic) =>
      store
        .getState()
        .messages.filter((m) => m.kind === 'error' && topic !== undefined && m.topic === topic)
        .map((m) => m.id),
    settle: (topic) =>
      store.setState(({ messages }) => ({ messages: messages.filter((m) => m.topic !== topic) })),
    settleFiles: () =>
      store.setState(({ messages }) => ({
        messages: messages.filter((m) => m.kind !== 'error' || !FILES.includes(m.topic ?? '')),
      })),
  };
}

/** What to show of anything that was thrown: an error's message, else the thing as text. */
export function sentence(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}
