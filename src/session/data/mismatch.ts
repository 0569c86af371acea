/** Whether a network and a data set go together. */
import { sameSize, type ImageSize, type SetHead } from '../../data/image-set';
import { isPointSize } from '../../data/points/point';
import { classCount, type NetworkSpec } from '../../model/network';

const sizeWords = (set: ImageSize): string =>
  isPointSize(set) ? 'These are points' : `These images are ${set.width} x ${set.height} pixels`;

/** Why a network cannot be trained on a set; null when it can. */
export function mismatch(
  spec: NetworkSpec,
  set: Pick<SetHead, 'width' | 'height' | 'classes'>,
): string | null {
  const { width, height } = spec.input;
  if (!sameSize(set, spec.input)) {
    return (
      `${sizeWords(set)}, but the network reads ${isPointSize(spec.input) ? 'points' : `${width} x ${height}`}: ` +
      'edit the network to fit them.'
    );
  }
  if (set.classes > classCount(spec)) {
    return (
      `These labels name ${set.classes} classes, but the network has ${classCount(spec)} outputs: ` +
      'edit the network to fit them.'
    );
  }
  return null;
}
