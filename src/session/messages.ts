/** What the page has to tell: errors and notes, each a sentence, shown until dismissed or settled. */
import { createStore } from 'zustand/vanilla';

export interface Message {
  id: number;
  kind: 'error' | 'note';
  text: string;
  /** A remedy offered beside the sentence. */
  action?: { label: string; run: () => void };
  /** Messages of one topic replace each other. */
  topic?: string;
}

export interface MessagesState {
  messages: Message[];
}

export function createMessages() {
  const store = createStore<MessagesState>(() => ({ messages: [] }));
  let nextId = 1;
  const add = (message: Omit<Message, 'id'>): number => {
    const id = nextId++;
    store.setState(({ messages }) => ({
      messages: [
        ...messages.filter((m) =>
          message.topic === undefined ? m.text !== message.text : m.topic !== message.topic,
        ),
        { ...message, id },
      ].slice(-4),
    }));
    return id;
  };
  return {
    store,
    error: (text: string, options: Pick<Message, 'action' | 'topic'> = {}) =>
      add({ kind: 'error', text, ...options }),
    note: (text: string, options: Pick<Message, 'action' | 'topic'> = {}) =>
      add({ kind: 'note', text, ...options }),
    dismiss: (id: number) =>
      store.setState(({ messages }) => ({ messages: messages.filter((m) => m.id !== id) })),
    /** Takes back what a topic said, once it is settled. */
    settle: (topic: string) =>
      store.setState(({ messages }) => ({ messages: messages.filter((m) => m.topic !== topic) })),
  };
}

export type Messages = ReturnType<typeof createMessages>;

/** The sentence of anything thrown. */
export function sentence(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}
