/** A view that is to be saved as a film: the menu says which, the dialog asks how. */
import { createStore } from 'zustand/vanilla';
import { openDialog } from '../../../view/dialogs';
import type { View } from '../../../view/view';
import type { Picture } from './picture';

export interface Film {
  /** What is filmed: "the rasters". */
  what: string;
  /** Name of the file without its ending. */
  name: string;
  /** Made once; its draw function is called for every frame and reads the view's cursor. */
  picture: (view: View) => Picture | Promise<Picture>;
}

export const filmStore = createStore<{ film: Film | null }>(() => ({ film: null }));

export function openFilm(film: Film): void {
  filmStore.setState({ film });
  openDialog('film');
}
