/** A data set whose images are still coming: those that are there can be learned from, whatever the network's pace. */

export interface Arrival {
  /** How many images are there. */
  readonly there: number;
  /** Whether all of them are. */
  readonly complete: boolean;
  /** Why the rest does not come; null: it is on its way, or there. */
  readonly failure: Error | null;
  /** Whether all these images are there. @param images indices in the set */
  has(this: void, images: Uint32Array): boolean;
  /** Resolves when more images are there than now, or when no more are to come. */
  more(this: void): Promise<void>;
  /** Resolves when all are there. @throws `failure` */
  readonly whole: Promise<void>;
}

/** The side of whoever brings the images. */
export interface Arriving extends Arrival {
  /** From now on the first `there` images in the order of arrival are there. */
  come(this: void, there: number): void;
  /** The rest does not come. */
  fail(this: void, failure: Error): void;
}

/** @param order [images] the indices of the images in the order in which they come */
export function createArriving(order: Uint32Array): Arriving {
  /** [images] the place of an image in the order. */
  const place = new Uint32Array(order.length);
  order.forEach((image, n) => (place[image] = n));
  let there = 0;
  let failure: Error | null = null;
  let waiting: (() => void)[] = [];
  const isOver = (): boolean => failure !== null || there === order.length;
  let settle: { resolve: () => void; reject: (error: Error) => void };
  const whole = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  // Whoever trains hears of it in another way.
  whole.catch(() => undefined);
  const tell = (): void => {
    const told = waiting;
    waiting = [];
    for (const go of told) go();
  };
  return {
    get there() {
      return there;
    },
    get complete() {
      return there === order.length;
    },
    get failure() {
      return failure;
    },
    has(images) {
      if (there === order.length) return true;
      for (let n = 0; n < images.length; n++) if (place[images[n]!]! >= there) return false;
      return true;
    },
    more: () => (isOver() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    whole,
    come(now) {
      if (now === there) return;
      there = now;
      if (there === order.length) settle.resolve();
      tell();
    },
    fail(error) {
      failure = error;
      settle.reject(error);
      tell();
    },
  };
}
