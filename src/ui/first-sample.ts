/** The first of MNIST's test images and its label, which the build writes into the page (scripts/lib/first-sample.mjs). */

/** Base64 of the label and the image's bytes; empty where MNIST was not at hand. */
declare const __FIRST_SAMPLE__: string;

function read(text: string) {
  if (text === '') return undefined;
  const [label, ...image] = Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return { label: label!, image: Uint8Array.from(image) };
}

export const firstSample = read(__FIRST_SAMPLE__);
