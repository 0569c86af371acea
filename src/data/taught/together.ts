/** Two states of what was taught, made one: where both have gone on from the same, nothing of either is lost. */
import { addClass, addExample, type Example, type Taught } from './taught';

/** What an example is told by: what was drawn. Ids are given out by each side for itself. */
const isSame = (a: Example, b: Example): boolean =>
  a.image.length === b.image.length && a.image.every((byte, n) => byte === b.image[n]);

/**
 * `here` with what only `there` has: its classes, by name, and their examples. What one side has deleted and the other has not is
 * there again. @returns `here` itself where there is nothing to add
 */
export function together(here: Taught, there: Taught): Taught {
  let all = here.digits || !there.digits ? here : { ...here, digits: true };
  for (const { name, examples } of there.classes) {
    if (!all.classes.some((c) => c.name === name)) all = addClass(all, name);
    const own = all.classes.find((c) => c.name === name);
    if (!own) continue;
    for (const { strokes, image } of examples) {
      if (own.examples.some((e) => isSame(e, { id: 0, strokes, image }))) continue;
      all = addExample(all, own.id, { strokes, image });
    }
  }
  return all;
}
