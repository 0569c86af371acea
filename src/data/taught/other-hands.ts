/**
 * Drawings as other hands might make them, from one hand's: turned, leaning, wider or higher. They go further than the distortions of
 * training (distort.ts), which come on top: how a hand leans and how wide it writes differs more between hands than within one.
 */
import { createRandom, STREAM, type Random } from '../../model/random';
import { warp } from '../distort';
import { TAUGHT_SIDE } from './taught';

/** Each is uniform between minus and plus its value. */
const HANDS = {
  /** Radians. */
  turn: 0.15,
  /** Of an upright: how far its upper end goes to the side, as a share of its height. */
  lean: 0.3,
  /** Of each axis, the logarithm of the factor: 0.82 to 1.22. */
  size: 0.2,
} as const;

const between = (random: Random, most: number): number => (2 * random.uniform() - 1) * most;

/**
 * @param image [28 * 28] bytes
 * @param label of its class, and
 * @param n its number there: the same ones give the same drawing
 */
export function inOtherHand(image: Uint8Array, label: number, n: number): Uint8Array<ArrayBuffer> {
  const random = createRandom(1, STREAM.otherHands, label, n);
  const turn = between(random, HANDS.turn);
  const lean = between(random, HANDS.lean);
  const [wide, high] = [0, 1].map(() => Math.exp(between(random, HANDS.size))) as [number, number];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const map = {
    xx: wide * cos,
    xy: lean - wide * sin,
    yx: high * sin,
    yy: high * cos,
    x0: 0,
    y0: 0,
  };
  const result = new Uint8Array(TAUGHT_SIDE ** 2);
  warp(image, result, TAUGHT_SIDE, TAUGHT_SIDE, map);
  return result;
}
