/** What a performance keeps back: while the cursor plays, or stands where playing has brought it, what comes later is not told. */

/** The same times; those after `t` are none yet. @param t Infinity: nothing is kept back, and the times are given as they are */
export function until<T extends ArrayLike<number>>(times: T, t: number): T | Float32Array {
  return t === Infinity ? times : Float32Array.from(times, (time) => (time <= t ? time : Infinity));
}
