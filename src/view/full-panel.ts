/** Which panel fills the screen. Of this visit alone: no link brings it, and nothing keeps it. */
import { createStore } from 'zustand/vanilla';
import { panelTitle } from './panels';

interface FullPanel {
  /** Titles of panels. */
  full: string | null;
  /** Where the pointer or the focus was last: the one that the key means. */
  near: string | null;
}

export const fullPanelStore = createStore<FullPanel>(() => ({ full: null, near: null }));

/** Fills the screen with a panel, by default the one that was last pointed at; or puts it back. */
export function toggleFullPanel(title = fullPanelStore.getState().near): void {
  fullPanelStore.setState(({ full }) => ({
    full: full === null ? (title ?? panelTitle('spikes')) : null,
  }));
}

export function leaveFullPanel(): void {
  fullPanelStore.setState({ full: null });
}

/** A panel is gone: it fills nothing any more. */
export function forgetPanel(title: string): void {
  fullPanelStore.setState(({ full, near }) => ({
    full: full === title ? null : full,
    near: near === title ? null : near,
  }));
}
