/** What lesson 7 says of the shipped 784-128-10 on MNIST's 10,000 test images; figures.test.ts counts again. */
export const figures = {
  images: 10_000,
  misread: 121,
  /** Images with a lead of at least `sure`, and how many of them are misread. */
  sure: { lead: 0.1, images: 8_387, misread: 1 },
  /** Images with a lead below `unsure`, and how many of them are misread. */
  unsure: { lead: 0.01, images: 70, misread: 34 },
  /** What refusing below a lead costs and saves. */
  refuse: { lead: 0.05, images: 454, misread: 99 },
  /** The misread image of the largest lead; counted from 1 as the page does. */
  surest: { image: 1_394, label: 5, answer: 3, lead: 0.11 },
  /** A photo finish. */
  close: { image: 161, label: 4, answer: 6, lead: 0.003 },
  /** The misread image of the smallest lead. */
  closest: { image: 1_320, label: 8, answer: 3, lead: 0.001 },
} as const;
