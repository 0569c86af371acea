/** What a confusion matrix says beyond its numbers. */
import type { ImageSet } from '../../data/image-set';
import type { Evaluation } from '../../engine/engine';

export interface ClassScore {
  label: number;
  images: number;
  /** Share of this class answered correctly, [0, 1]; NaN without images. */
  accuracy: number;
  /** The wrong answer given most often; null when there is none. */
  rival: { answer: number; count: number } | null;
}

export function classesOf(evaluation: Evaluation): number {
  return Math.round(Math.sqrt(evaluation.confusion.length));
}

/**
 * How each class fares. A blank image is in no column of the matrix, so the sizes of the classes come from the labels
 * where these are at hand.
 */
export function classScores(evaluation: Evaluation, labels?: ArrayLike<number>): ClassScore[] {
  const classes = classesOf(evaluation);
  const sizes = Array.from({ length: classes }, () => 0);
  if (labels?.length === evaluation.images) {
    for (let i = 0; i < labels.length; i++) sizes[labels[i]!]!++;
  } else {
    evaluation.confusion.forEach((n, i) => (sizes[Math.floor(i / classes)]! += n));
  }
  return sizes.map((images, label) => {
    let rival: ClassScore['rival'] = null;
    for (let answer = 0; answer < classes; answer++) {
      const count = evaluation.confusion[label * classes + answer]!;
      if (answer !== label && count > (rival?.count ?? 0)) rival = { answer, count };
    }
    return {
      label,
      images,
      accuracy: evaluation.confusion[label * classes + label]! / images,
      rival,
    };
  });
}

/** The most frequent confusions, most frequent first. */
export function worstPairs(
  evaluation: Evaluation,
  most: number,
): { label: number; answer: number; count: number }[] {
  const classes = classesOf(evaluation);
  return evaluation.confusion
    .map((count, i) => ({ label: Math.floor(i / classes), answer: i % classes, count }))
    .filter(({ label, answer, count }) => label !== answer && count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most);
}

/** The next image after `after` (around the end) of class `label` that is answered `answer`; null when there is none. */
export function nextInCell(
  set: Pick<ImageSet, 'count' | 'labels'>,
  answers: ArrayLike<number>,
  label: number,
  answer: number,
  after: number,
): number | null {
  for (let i = 1; i <= set.count; i++) {
    const index = (after + i + set.count) % set.count;
    if (set.labels[index] === label && answers[index] === answer) return index;
  }
  return null;
}
