import { useEffect, useState } from 'react';
import { dataWords, MNIST } from '../../session/data/data-id';
import { saveModel } from '../kit/save-model';
import { Button } from '../kit/button';
import { useSession } from '../kit/session-context';
import { carried } from '../../view/link/carried';
import { copied, copy } from './copy';
import { EmbedCode } from './embed-code';
import { PanelChoice } from './panel-choice';
import { addressOf } from '../../view/link/address';
import type { PageLink } from '../../view/link/page-format';
import styles from './share.module.css';

export interface ShareSheetProps {
  state: PageLink;
  /** The page has changed. */
  refresh: () => void;
}

/** The link, copied; what it carries, and what it cannot. */
export function ShareSheet({ state, refresh }: ShareSheetProps) {
  const address = addressOf(state, location.href);
  const [first] = useState(address);
  // What became of the last copy.
  const [says, setSays] = useState('');
  useEffect(() => {
    // Opening the sheet is asking for the link; where the browser does not let it, the button says so once it is pressed.
    void copied(first, 'The link').then((told) => told !== null && setSays(told));
  }, [first]);
  return (
    <div className={styles.sheet}>
      <h3>Share</h3>
      <div className={styles.row}>
        <input
          className={styles.address}
          readOnly
          value={address}
          aria-label="Link to this page"
          data-testid="share-link"
          onFocus={(event) => event.target.select()}
        />
        <Button kind="filled" onClick={() => void copy(address, 'The link').then(setSays)}>
          Copy link
        </Button>
      </div>
      <p role="status" data-testid="share-says">
        {says}
      </p>
      <dl className={styles.carried}>
        {carried(state).map(({ what, value }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Missing state={state} />
      <hr className={styles.rule} />
      <PanelChoice
        onChange={() => {
          refresh();
          setSays('');
        }}
      />
      <EmbedCode />
    </div>
  );
}

/** What the link cannot bring along, and how it travels. */
function Missing({ state }: { state: PageLink }) {
  const session = useSession();
  return (
    <>
      {state.trained && (
        <div className={styles.row}>
          <p className={styles.warning}>
            The trained weights are not in the link: they travel as a file.
          </p>
          <Button onClick={() => void saveModel(session)}>Save model</Button>
        </div>
      )}
      {state.data !== MNIST && state.points === null && (
        <p
          className={styles.warning}
        >{`Your data set ${dataWords(state.data)} is not in the link: its files travel by themselves.`}</p>
      )}
    </>
  );
}
