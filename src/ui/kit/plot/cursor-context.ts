import { createContext } from 'react';

/** A place on the x axis, and the values there. */
export interface CursorAt {
  x: number;
  dots: readonly { y: number; fill: string; stroke?: string }[];
}

/** Beside the drawing, which does not change with it. */
export const CursorContext = createContext<CursorAt | null>(null);
