/** How far a person is with the lessons, as it is kept between visits. */
import { createStore, type StoreApi } from 'zustand/vanilla';

/** One that was finished. */
export interface Finished {
  title: string;
  /** Milliseconds since 1970. */
  at: number;
  seconds: number;
  /** What was answered, the first try first; the last one is right, unless the answer was asked for. */
  answers: string[];
  /** Whether the first answer was right. */
  right: boolean;
  steps: number;
  /** Of them, those that "show me" did. */
  shown: number;
}

/** Where a lesson under way stands. */
export interface UnderWay {
  /** Steps behind; as many as there are: at the question. */
  at: number;
  shown: number[];
  answers: string[];
  /** Milliseconds since 1970. */
  began: number;
}

export interface Progress {
  /** By a lesson's id. */
  done: Readonly<Record<string, Finished>>;
  underWay: Readonly<Record<string, UnderWay>>;
  /** The card that offers the first lesson was closed for ever. */
  declined: boolean;
  /** The name on the receipt. */
  name: string;
}

/** Where it is kept. Both may throw: a browser may keep nothing. */
export interface ProgressPort {
  read: () => unknown;
  write: (progress: Progress) => void;
  /** For this tab alone, a link to the page as it was before the lesson that is open; null: none is. */
  before?: Before;
}

interface Before {
  read: () => string | null;
  write: (link: string | null) => void;
}

const NONE: Progress = { done: {}, underWay: {}, declined: false, name: '' };

export interface ProgressStore {
  store: StoreApi<Progress>;
  set: (patch: Partial<Progress>) => void;
  /** As in `ProgressPort`; where the browser keeps nothing, there is none. */
  before: Before;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function isFinished(value: unknown): value is Finished {
  return (
    isRecord(value) &&
    typeof value.title === 'string' &&
    typeof value.right === 'boolean' &&
    [value.at, value.seconds, value.steps, value.shown].every(isCount) &&
    isTexts(value.answers)
  );
}

function isUnderWay(value: unknown): value is UnderWay {
  return (
    isRecord(value) &&
    Number.isInteger(value.at) &&
    isCount(value.at) &&
    isCount(value.began) &&
    Array.isArray(value.shown) &&
    value.shown.every(isCount) &&
    isTexts(value.answers)
  );
}

/** Of what was kept, all that can be read: what somebody else has written there is passed over. */
export function readProgress(value: unknown): Progress {
  if (!isRecord(value)) return NONE;
  const those = <T>(of: unknown, is: (each: unknown) => each is T): Record<string, T> =>
    Object.fromEntries(
      Object.entries(isRecord(of) ? of : {}).filter((entry): entry is [string, T] => is(entry[1])),
    );
  return {
    done: those(value.done, isFinished),
    underWay: those(value.underWay, isUnderWay),
    declined: value.declined === true,
    name: typeof value.name === 'string' ? value.name : '',
  };
}

/** @param refused called once, where the browser keeps nothing */
export function createProgress(port: ProgressPort, refused: () => void): ProgressStore {
  let told = false;
  const tell = () => {
    if (!told) refused();
    told = true;
  };
  let kept: unknown;
  try {
    kept = port.read();
  } catch {
    kept = undefined;
  }
  const store = createStore<Progress>(() => readProgress(kept));
  return {
    store,
    before: {
      read() {
        try {
          return port.before?.read() ?? null;
        } catch {
          return null;
        }
      },
      write(link) {
        try {
          port.before?.write(link);
        } catch {
          tell();
        }
      },
    },
    set(patch) {
      store.setState(patch);
      try {
        // What another tab has finished meanwhile stays.
        const { done } = readProgress(port.read());
        store.setState((now) => ({ done: { ...done, ...now.done } }));
        port.write(store.getState());
      } catch {
        tell();
      }
    },
  };
}
