import { memo, useCallback } from 'react';
import { imageAt, type ImageSet } from '../../data/image-set';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { parseHex } from '../theme/colour';
import styles from './samples.module.css';

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
  const draw = useCallback<Draw>(
    (context, { width, height, palette }) =>
      drawThumbnail(context, set, index, width, height, palette.ink),
    [set, index],
  );
  const { ref } = useCanvas(draw);
  const label = set.labels[index]!;
  const misread = answer !== null && answer !== label;
  const readAs = answer === 255 ? 'nothing' : String(answer);
  const name = `test image ${index + 1}, a ${label}${misread ? `, read as ${readAs}` : ''}`;
  return (
    <button
      type="button"
      className={styles.thumbnail}
      aria-label={name}
      title={name}
      aria-pressed={current}
      onClick={onChoose}
    >
      <canvas ref={ref} aria-hidden />
      {misread && (
        <span className={styles.readAs} aria-hidden>
          {answer === 255 ? '–' : readAs}
        </span>
      )}
    </button>
  );
}

/** Ink where the image is bright, smoothly scaled. */
function drawThumbnail(
  context: CanvasRenderingContext2D,
  set: ImageSet,
  index: number,
  width: number,
  height: number,
  ink: string,
): void {
  const pixels = new ImageData(set.width, set.height);
  const [r, g, b] = parseHex(ink);
  imageAt(set, index).forEach((byte, i) => pixels.data.set([r, g, b, byte], i * 4));
  const small = new OffscreenCanvas(set.width, set.height);
  small.getContext('2d')!.putImageData(pixels, 0, 0);
  const scale = Math.min(width / set.width, height / set.height);
  context.drawImage(
    small,
    (width - set.width * scale) / 2,
    (height - set.height * scale) / 2,
    set.width * scale,
    set.height * scale,
  );
}
