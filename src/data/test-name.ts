/** Which half of a data set a name speaks of. */

/** Whole words, so that "latest" is no test: MNIST's own names (t10k-images-idx3-ubyte), test_images, imagesTest, xTest. */
const TEST_WORD = /^(t10k|test|testing|valid|validation|val|eval)(images?|labels?)?\d*$/;
const TRAIN_WORD = /^train(ing)?(images?|labels?)?\d*$/;

/** Whether a name says that it is of the test half; the first word that speaks of either decides. */
export function isTestName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const half = words.find((word) => TEST_WORD.test(word) || TRAIN_WORD.test(word));
  return half !== undefined && TEST_WORD.test(half);
}
