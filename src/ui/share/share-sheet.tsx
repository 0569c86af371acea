import { dataWords, MNIST } from '../../session/data/data-id';
import { saveModel } from '../kit/save-model';
import { Button } from '../kit/button';
import { formatCount } from '../../words/numbers';
import { useSession, useView } from '../kit/session-context';
import { carried } from '../../view/link/carried';
import { PanelChoice } from './panel-choice';
import { addressOf, embedCode } from '../../view/link/address';
import type { PageLink } from '../../view/link/page-format';
import { shownPanels } from '../../view/panels';
import styles from './share.module.css';

/** Longer links than this are cut by some programs. */
const LONG = 2000;

/** Copies `text`; what became of it, in a sentence. */
export async function copy(text: string, what: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return `The browser does not let the page copy: copy it from the field by hand.`;
  }
  const long = text.length > LONG ? ' Some programs cut links that long.' : '';
  return `${what} is copied: ${formatCount(text.length)} characters.${long}`;
}

interface Props {
  state: PageLink;
  /** What became of the last copy. */
  says: string;
  onCopy: (text: string, what: string) => void;
  /** The page has changed. */
  refresh: () => void;
}

/** The link, copied; what it carries, and what it cannot. */
export function ShareSheet({ state, says, onCopy, refresh }: Props) {
  const view = useView();
  const address = addressOf(state, location.href);
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
        <Button kind="filled" onClick={() => onCopy(address, 'The link')}>
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
      <PanelChoice onChange={refresh} />
      <div className={styles.row}>
        <p className={styles.small}>For slides and course pages: a frame with these panels.</p>
        <Button
          onClick={() => {
            const panels = shownPanels(view.store.getState());
            onCopy(embedCode(state, panels, location.href), 'The frame');
          }}
        >
          Copy frame
        </Button>
      </div>
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
