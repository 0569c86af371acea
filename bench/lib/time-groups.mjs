/** Images in a group: a page's clock may tick only every 0.1 ms, about as long as one image takes. */
const GROUP = 10;
/** Milliseconds after which no further group is begun. */
const ENOUGH = 3000;

/**
 * Times a piece of work that is over in no time, in the page. The first group is not measured.
 *
 * @param {number} groups
 * @param {(n: number) => Promise<unknown>} work
 * @returns {Promise<number[]>} milliseconds a call, a number a group
 */
export async function timeGroups(groups, work) {
  const times = [];
  const begin = performance.now();
  for (let g = 0; g <= groups; g++) {
    const start = performance.now();
    for (let n = 0; n < GROUP; n++) await work(g * GROUP + n);
    const end = performance.now();
    if (g > 0) times.push((end - start) / GROUP);
    if (g > 0 && end - begin > ENOUGH) break;
  }
  return times;
}
