/** What is used of gifenc, which brings no types. */
declare module 'gifenc' {
  type Palette = number[][];

  interface FrameOptions {
    /** Of the first frame: the table of all. */
    palette?: Palette;
    /** -1 plays once. */
    repeat?: number;
    /** Milliseconds. */
    delay?: number;
    transparent?: boolean;
    transparentIndex?: number;
    /** 1 leaves the frame there for the next. */
    dispose?: number;
  }

  export function quantize(rgba: Uint8ClampedArray, colours: number): Palette;
  export function applyPalette(rgba: Uint8ClampedArray, palette: Palette): Uint8Array;
  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}
