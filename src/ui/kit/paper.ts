/** Whether the page is laid out for paper at the moment. */
import { createStore } from 'zustand/vanilla';

export const paperStore = createStore<{ paper: boolean }>(() => ({ paper: false }));

export const isPrinting = (): boolean => paperStore.getState().paper;
