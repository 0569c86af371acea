/** The models shipped with the page, a card each; one is brought onto the page in place of the network at work. */
import { useEffect, useState } from 'react';
import type { ModelCard } from '../../files/shipped-models';
import { closeDialog, dialogStore } from '../../view/dialogs';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { formatCount, formatPercent, formatNumber } from '../../words/numbers';
import { useSession, useStoreOf } from '../kit/session-context';
import sheet from '../kit/sheet.module.css';
import styles from './models.module.css';

export default function ModelsDialog() {
  const { shipped } = useSession();
  const { cards, problem } = useStoreOf(shipped.store);
  useEffect(() => void shipped.list(), [shipped]);
  return (
    <Dialog open onOpenChange={closeDialog} title="Models" width={760}>
      <p className={sheet.soft}>
        Trained and ready: the network on the page gives way, and comes back with undo. A model of
        your own is opened with Open.
      </p>
      {problem ? (
        <div className={styles.problem} role="alert">
          <span className={sheet.bad}>{problem}</span>
          <Button onClick={() => void shipped.list()}>Try again</Button>
        </div>
      ) : cards ? (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <Card key={card.name} card={card} />
          ))}
        </ul>
      ) : (
        <p className={sheet.soft} role="status">
          The list is on its way.
        </p>
      )}
    </Dialog>
  );
}

function Card({ card }: { card: ModelCard }) {
  const { shipped, network, messages } = useSession();
  const [failed, setFailed] = useState<string | null>(null);
  const loading = useStoreOf(shipped.store, (s) => s.loading);
  const here = useStoreOf(
    network.store,
    ({ origin }) => origin.kind === 'shipped' && origin.name === card.name,
  );
  const coming = loading?.name === card.name ? loading : null;
  const arrived = here && coming !== null;
  const { title, description, note, data } = card;
  const load = async () => {
    setFailed(null);
    const problem = await shipped.load(card);
    const open = dialogStore.getState().open === 'models';
    if (!problem && open) closeDialog();
    else if (problem && open) setFailed(problem);
    else if (problem) messages.error(problem, { topic: 'shipped models' });
  };
  // The model is on the page before its evaluation has ended: nobody needs to wait for that here.
  useEffect(() => {
    if (arrived && dialogStore.getState().open === 'models') closeDialog();
  }, [arrived]);
  return (
    <li className={styles.card} data-testid="model-card" data-name={card.name}>
      <div className={styles.head}>
        <h3>
          <span>{`${title} `}</span>
          <span>{card.network}</span>
        </h3>
        <Button
          disabled={loading !== null || here}
          aria-label={here ? `${title} is on the page` : `Load ${title}`}
          onClick={() => void load()}
        >
          {here ? 'on the page' : coming ? `${Math.round(coming.progress * 100)} %` : 'Load'}
        </Button>
      </div>
      <p>{description}</p>
      <dl className={styles.figures}>
        <div>
          <dt>{`${data}, test`}</dt>
          <dd data-testid="model-accuracy">{formatPercent(card.testAccuracy)}</dd>
        </div>
        <div>
          <dt>weights</dt>
          <dd>{formatCount(card.weights)}</dd>
        </div>
        <div>
          <dt>file</dt>
          <dd>{sizeOf(card.bytes)}</dd>
        </div>
        <div>
          <dt>coding</dt>
          <dd>{card.coding}</dd>
        </div>
        <div>
          <dt>seed</dt>
          <dd>{card.seed}</dd>
        </div>
      </dl>
      {coming && (
        <progress
          className={styles.progress}
          value={coming.progress}
          aria-label={`${title} loading`}
        />
      )}
      {failed && (
        <p className={sheet.bad} role="alert">
          {failed}
        </p>
      )}
      <details className={styles.more}>
        <summary>How it was trained</summary>
        <code>{card.command}</code>
        {note && <p>{note}</p>}
      </details>
    </li>
  );
}

/** "31 KB", "3.8 MB". */
function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${formatNumber(bytes / 1e6, 1)} MB`;
}
