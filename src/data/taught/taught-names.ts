/** What a taught data set and its digits are called. */

/** The name of the data set, for people; its id has the hash of its contents, too. */
export const TAUGHT_NAME = 'Taught';

/** What MNIST's classes are called. */
export const TEN: readonly string[] = Array.from({ length: 10 }, (_, digit) => String(digit));
