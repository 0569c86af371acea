import { PenLine } from 'lucide-react';
import { isPointSize } from '../../data/points/point';
import { openTeaching } from '../../view/teach/teaching';
import { Button } from '../kit/button';
import { reveal } from '../kit/ring';
import { useStoreOf, useView } from '../kit/session-context';
import styles from './header.module.css';

/** On a phone another tab may be shown. */
const PAD = { selector: '[data-testid="drawing-pad"]', tab: 'input' } as const;

/** The way to own classes; a network of points has no pad to draw them on. */
export function TeachEntry({ onClose }: { onClose: () => void }) {
  const view = useView();
  const { data, network } = view.session;
  const points = useStoreOf(network.store, (s) => isPointSize(s.spec.input));
  return (
    <>
      <h3>Teach it yours</h3>
      <p className={styles.small}>
        {points
          ? 'Symbols of your own are drawn on the pad, which images bring: use MNIST and fit the network first.'
          : 'Draw symbols of your own, five of each, and a network learns to tell them apart in seconds.'}
      </p>
      <div>
        <Button
          data-testid="teach-open"
          onClick={() => {
            onClose();
            if (points) void data.loadMnist();
            else {
              openTeaching(view);
              reveal(PAD);
            }
          }}
        >
          {!points && <PenLine size={14} aria-hidden />}
          <span>{points ? 'Use MNIST' : 'Draw your own classes'}</span>
        </Button>
      </div>
    </>
  );
}
