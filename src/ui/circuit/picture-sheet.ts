/** The pictures of a layer's tiles on one canvas, side by side and row by row. */
export interface Pictures {
  canvas: HTMLCanvasElement;
  /** Cells of one picture. */
  columns: number;
  rows: number;
  /** Pictures side by side. */
  across: number;
  /** Place of a neuron's picture. */
  at: ReadonlyMap<number, number>;
}
