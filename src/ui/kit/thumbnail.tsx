import { memo, useMemo } from 'react';
import { imageAt, type Images, type ImageSet } from '../../data/image-set';
import { isPointSize } from '../../data/points/point';
import { pointUrl } from './point-picture';
import { parseHex } from './theme/colour';
import { usePalette } from './theme/palette';
import { className } from '../../model/class-names';
import { labelWords } from '../../view/words/label-words';
import { useSession, useStoreOf } from './session-context';
import { sampleName } from '../../view/words/stimulus-name';
import styles from './thumbnail.module.css';

interface Props {
  set: ImageSet;
  index: number;
  /** What the network answers, 255 for none; null before it is known. */
  answer: number | null;
  current: boolean;
  onChoose: () => void;
}

/** One sample, small; a misread one says what it was read as. */
export const Thumbnail = memo(ThumbnailButton, (a, b) => {
  return a.set === b.set && a.index === b.index && a.answer === b.answer && a.current === b.current;
});

function ThumbnailButton({ set, index, answer, current, onChoose }: Props) {
  const palette = usePalette();
  const source = useMemo(
    () =>
      isPointSize(set) ? pointUrl(set, index, palette) : thumbnailUrl(set, index, palette.ink),
    [set, index, palette],
  );
  const spec = useStoreOf(useSession().network.store, (s) => s.spec);
  const label = set.labels[index]!;
  const misread = answer !== null && answer !== label;
  const readAs = answer === 255 ? 'nothing' : className(spec, answer ?? 0);
  const name = `${sampleName(set, 'test', index)}, ${labelWords(spec, label)}${misread ? `, read as ${readAs}` : ''}`;
  return (
    <button
      type="button"
      className={styles.thumbnail}
      aria-label={name}
      title={name}
      aria-pressed={current}
      onClick={onChoose}
    >
      <img src={source} alt="" draggable={false} />
      {misread && (
        <span className={styles.readAs} aria-hidden>
          {answer === 255 ? '–' : readAs}
        </span>
      )}
    </button>
  );
}

/** The image as ink. An <img> and not a canvas: a browser composites each canvas anew in every frame, and there are many. */
export function thumbnailUrl(set: Images, index: number, ink: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = set.width;
  canvas.height = set.height;
  const context = canvas.getContext('2d')!;
  const pixels = context.createImageData(set.width, set.height);
  const [r, g, b] = parseHex(ink);
  imageAt(set, index).forEach((byte, i) => pixels.data.set([r, g, b, byte], i * 4));
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}
