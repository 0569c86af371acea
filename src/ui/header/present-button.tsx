import { Projector } from 'lucide-react';
import { togglePresentation } from '../../view/present';
import { IconButton } from '../kit/button';
import { useStoreOf, useView } from '../kit/session-context';
import styles from './header.module.css';

/** Everything larger, to be read from the back row. */
export function PresentButton() {
  const view = useView();
  const presenting = useStoreOf(view.store, (s) => s.presenting);
  return (
    <IconButton
      label={presenting ? 'Leave the presentation (P)' : 'Presentation: everything larger (P)'}
      aria-pressed={presenting}
      className={styles.roomy}
      onClick={() => togglePresentation(view)}
    >
      <Projector size={16} aria-hidden />
    </IconButton>
  );
}
