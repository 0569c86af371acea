/** What errands need of a browser: little enough for Playwright and for plain WebDriver alike. */

export type Place = [x: number, y: number];

/** A mouse on its way: to a place of the window, in CSS pixels, or its button. */
export type Move = Place | 'down' | 'up';

/** What goes to a page and comes back. */
export type Plain =
  | undefined
  | null
  | boolean
  | number
  | string
  | Plain[]
  | { [key: string]: Plain };

/** A tab with nothing stored. */
export interface Tab {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. It sees its argument alone: nothing that is imported or declared outside it. */
  run<A extends Plain, R extends Plain>(work: (argument: A) => R, argument: A): Promise<R>;
  mouse(moves: Move[]): Promise<void>;
  /** Presses keys one after the other: a character each, or a name out of `KEYS`. */
  press(...keys: string[]): Promise<void>;
  /** Gives files to a file input. */
  choose(selector: string, paths: string[]): Promise<void>;
  /** What shows, as PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Driver {
  /** "Firefox 153.8.0". */
  version: string;
  /** The folder that saved files arrive in, under their own names. */
  downloads: string;
  /** Somebody's first visit. */
  visit(): Promise<Tab>;
  close(): Promise<void>;
}

/** The window's content, in CSS pixels, at the least. */
export const SIZE = { width: 1440, height: 900 };
