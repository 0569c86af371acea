/** Light or dark: follows the system, or the person's choice, which is kept where storage allows it. */
import { createStore } from 'zustand/vanilla';
import { recall, remember } from './storage';

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface ThemeState {
  choice: ThemeChoice;
  shown: 'light' | 'dark';
}

const KEY = 'mt-spike.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
/** The system chooses the colours, and says whether they are light or dark: a choice by hand would draw ink of the same colour. */
const forced = matchMedia('(forced-colors: active)');
const more = matchMedia('(prefers-contrast: more)');
const less = matchMedia('(prefers-contrast: less)');

/** How much contrast the system asks for; forced: it chooses the colours itself, but not those of paper (whose theme is always set). */
export function contrast(): 'forced' | 'more' | 'less' | 'usual' {
  if (forced.matches && !document.documentElement.dataset.theme) return 'forced';
  return more.matches ? 'more' : less.matches ? 'less' : 'usual';
}

const inForce = (choice: ThemeChoice): ThemeChoice => (forced.matches ? 'system' : choice);

function resolve(choice: ThemeChoice): ThemeState {
  const theme = inForce(choice);
  return { choice, shown: theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme };
}

function stored(): ThemeChoice {
  const value = recall(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Sets the attribute first, so that whoever hears of the change reads the new tokens. */
function apply(state: ThemeState, theme: ThemeChoice = inForce(state.choice)): ThemeState {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  return state;
}

export const themeStore = createStore<ThemeState>(() => apply(resolve(stored())));

for (const query of [dark, forced, more, less]) {
  query.addEventListener('change', () => {
    themeStore.setState(apply(resolve(themeStore.getState().choice)));
  });
}

export function chooseTheme(choice: ThemeChoice): void {
  remember(KEY, choice === 'system' ? null : choice);
  themeStore.setState(apply(resolve(choice)));
}

/** Paper is light, whatever the choice. */
export function showForPaper(paper: boolean): void {
  const { choice } = themeStore.getState();
  themeStore.setState(paper ? apply({ choice, shown: 'light' }, 'light') : apply(resolve(choice)));
}
