/** Pixels as programs write them, 0 to 255 or 0 to 1, as bytes. */

export interface PixelWriter {
  /** Takes the next pixel. @returns whether it is one: a number from 0 to 255 */
  put(value: number): boolean;
  /** All that were taken, 0 to 255. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/**
 * Where no value is above 1, 1 is full ink; else 255 is. Which of the two shows on the way: what was taken as a share so far is then
 * taken anew, so that no more than a byte a pixel is held.
 * @param most room for so many pixels
 */
export function createPixelWriter(most: number): PixelWriter {
  const bytes = new Uint8Array(most);
  let length = 0;
  let shares = true;
  return {
    put(value) {
      if (!(value >= 0 && value <= 255)) return false;
      if (shares && value > 1) {
        shares = false;
        for (let i = 0; i < length; i++) bytes[i] = Math.round(bytes[i]! / 255);
      }
      bytes[length++] = Math.round(shares ? value * 255 : value);
      return true;
    },
    bytes: () => (length === most ? bytes : bytes.slice(0, length)),
  };
}
