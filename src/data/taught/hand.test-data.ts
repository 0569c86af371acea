/** Drawings as one hand repeats them: never twice the same. For tests. */
import { createRandom, type Random } from '../../model/random';
import { HANDWRITINGS } from '../handwriting.test-data';
import { DEFAULT_PEN, type Point, type Stroke } from '../strokes';

const between = (random: Random, most: number): number => (2 * random.uniform() - 1) * most;

/** Strokes (hundredths of the pad) as they come out once: turned, leaning, larger or smaller, elsewhere, and each stroke bent a little. */
function repeated(strokes: readonly (readonly [number, number])[][], random: Random): Stroke[] {
  const turn = between(random, 0.14);
  const lean = between(random, 0.15);
  const [wide, high] = [1 + between(random, 0.15), 1 + between(random, 0.15)];
  const [right, down] = [between(random, 0.06), between(random, 0.06)];
  return strokes.map((points) => {
    const bends = [0, 1].map(() => ({
      size: between(random, 0.03),
      waves: 2 + 4 * random.uniform(),
      phase: 7 * random.uniform(),
    }));
    return {
      width: DEFAULT_PEN,
      points: points.map(([px, py], i): Point => {
        const [x0, y0] = [px / 100 - 0.5, py / 100 - 0.5];
        const x1 = wide * (x0 * Math.cos(turn) - y0 * Math.sin(turn)) + lean * y0;
        const y1 = high * (x0 * Math.sin(turn) + y0 * Math.cos(turn));
        const [bx, by] = bends.map(
          ({ size, waves, phase }) =>
            size * Math.sin((waves * i) / Math.max(1, points.length - 1) + phase),
        );
        return { x: 0.5 + x1 + right + bx!, y: 0.5 + y1 + down + by! };
      }),
    };
  });
}

/** `count` drawings of a digit by one of the three handwritings. */
export function drawn(handwriting: number, digit: number, count: number, seed: number): Stroke[][] {
  const random = createRandom(seed, 0x7ea, handwriting, digit);
  const strokes = HANDWRITINGS[handwriting]![digit]! as [number, number][][];
  return Array.from({ length: count }, () => repeated(strokes, random));
}
