import { memo, useMemo } from 'react';
import { TAUGHT_SIDE } from '../../data/taught/taught';
import { usePalette } from '../kit/theme/palette';
import { thumbnailUrl } from '../kit/thumbnail';
import styles from './teach.module.css';

interface Props {
  image: Uint8Array<ArrayBuffer>;
  label: string;
  chosen: boolean;
  onChoose: () => void;
  onDelete: () => void;
}

/** A drawing, small: a press chooses it, Delete deletes it. */
export const ExamplePicture = memo(
  function ExamplePicture({ image, label, chosen, onChoose, onDelete }: Props) {
    const { ink } = usePalette();
    const source = useMemo(() => {
      const set = { width: TAUGHT_SIDE, height: TAUGHT_SIDE, count: 1, images: image };
      return thumbnailUrl(set, 0, ink);
    }, [image, ink]);
    return (
      <button
        type="button"
        className={styles.example}
        data-testid="teach-example"
        aria-label={label}
        title={`${label}: press to delete or move it`}
        aria-pressed={chosen}
        onClick={onChoose}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') onDelete();
        }}
      >
        <img src={source} alt="" draggable={false} />
      </button>
    );
  },
  (a, b) => a.image === b.image && a.label === b.label && a.chosen === b.chosen,
);
