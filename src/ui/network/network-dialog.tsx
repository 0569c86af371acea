import { useMemo, useState } from 'react';
import type { NetworkSpec } from '../../model/network';
import { networkName } from '../../model/network';
import { closeDialog } from '../../view/dialogs';
import { Form } from '../kit/form';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { useMeasured } from '../kit/measured-at';
import { useSession, useStoreOf } from '../kit/session-context';
import { Words } from '../kit/words';
import { checkDraft, draftCost, fitted, type Draft } from './draft';
import { NetworkFigures } from './network-figures';
import { CodingFields, LayerFields, NeuronFields, TrainingFields } from './network-fields';
import { applyDraft } from './apply-draft';
import styles from './network.module.css';

const COSTS = {
  none: 'Nothing is changed yet.',
  'keeps weights': 'Keeps the weights.',
  'new network':
    "Needs a new network: today's weights are lost unless saved (undo brings them back).",
} as const;

/** The network being edited: nothing changes before it is applied, and what that costs is said first. */
export default function NetworkDialog() {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const settings = useStoreOf(session.training.store, (s) => s.settings);
  const now = useMemo(() => ({ spec, settings }), [spec, settings]);
  const set = useStoreOf(session.data.store, (s) => s.test.set);
  const operations = useStoreOf(
    session.network.store,
    (s) => s.evaluation?.synapticOperations ?? null,
  );
  const at = useMeasured();
  const counted = useMemo(
    () => (operations === null ? null : { spec, operations }),
    [spec, operations],
  );
  // Until something is edited, the dialog follows the network.
  const [edited, setDraft] = useState<Draft | null>(null);
  const draft = edited ?? now;
  const checked = useMemo(() => checkDraft(draft), [draft]);
  const error = 'error' in checked ? checked.error : null;
  const cost = error ? null : draftCost(now, draft);
  const fit = fitted(draft.spec, set);
  const setSpec = (next: NetworkSpec) => setDraft({ ...draft, spec: next });
  const fields = { spec: draft.spec, error, onChange: setSpec };

  const apply = () => {
    closeDialog();
    void applyDraft(session, now, draft);
  };

  return (
    <Dialog open onOpenChange={closeDialog} title="Network" width={1080}>
      <Form
        className={styles.form}
        // The fields say themselves what is wrong; the browser would refuse numbers between the steps of an arrow key.
        noValidate
        onSubmit={() => {
          if (cost && cost !== 'none') apply();
        }}
      >
        {fit && (
          <p className={styles.fit}>
            <Words>
              The data set has {fit.input.width} x {fit.input.height} pixels and {fit.layers.at(-1)}{' '}
              classes; this network reads {draft.spec.input.width} x {draft.spec.input.height} into{' '}
              {draft.spec.layers.at(-1)}.
            </Words>
            <Button onClick={() => setSpec(fit)}>Fit to the data</Button>
          </p>
        )}
        <div className={styles.columns}>
          <LayerFields {...fields} />
          <CodingFields {...fields} />
          <NeuronFields {...fields} />
          <TrainingFields
            settings={draft.settings}
            error={error}
            onChange={(next) => setDraft({ ...draft, settings: next })}
          />
        </div>
        <NetworkFigures
          spec={error ? null : draft.spec}
          set={set}
          optimizer={draft.settings.optimizer}
          counted={counted}
          at={at}
        />
        <footer className={styles.foot}>
          <p
            role="status"
            className={error ? styles.error : styles.cost}
            data-testid="network-cost"
          >
            {error ? error.message : COSTS[cost!]}
          </p>
          {session.network.canUndo() && (
            <Button
              kind="quiet"
              onClick={() => {
                closeDialog();
                void session.network.undo();
              }}
            >
              Bring the network before back
            </Button>
          )}
          <Button
            type="submit"
            kind="filled"
            disabled={cost === null || cost === 'none'}
            data-testid="network-apply"
          >
            {cost === 'new network' ? `Start ${networkName(draft.spec)}` : 'Apply'}
          </Button>
        </footer>
      </Form>
    </Dialog>
  );
}
