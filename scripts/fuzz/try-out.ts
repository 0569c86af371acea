/** One input after the other, each named by its target, the seed and its number. */
import { createRandom, hash } from '../../src/model/random';
import { TARGETS } from './targets';
import type { Input, Target } from './target';

export interface Place {
  target: string;
  seed: number;
  number: number;
}

export interface Failure extends Place {
  why: string;
  input: Input;
}

function targetOf(name: string): Target {
  return TARGETS.find((target) => target.name === name)!;
}

/** The input of a place, the same at any time. */
export function inputAt({ target, seed, number }: Place): Input {
  const words = Array.from(target, (letter) => letter.codePointAt(0)!);
  return targetOf(target).make(createRandom(seed, hash(...words), number));
}

/** Tries one input; null where the program answered it well. */
export async function tryOut(place: Place): Promise<Failure | null> {
  const input = inputAt(place);
  try {
    await targetOf(place.target).attempt(input);
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...place, why, input };
  }
  return null;
}
