import { useState } from 'react';
import { describedNetwork, layersName, type Description } from '../../files/describe-weights';
import type { ForeignWeights } from '../../files/foreign-weights';
import { networkName, type NetworkSpec } from '../../model/network';
import { RANGES } from '../../model/ranges';
import { said } from '../../model/said';
import { NetworkError } from '../../model/validate';
import type { Question } from '../../session/network/opening';
import { Form } from '../kit/form';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { NumberField } from '../kit/number-field';
import { useSession } from '../kit/session-context';
import { Words } from '../kit/words';
import { located, type DraftError } from './draft';
import { CodingFields, DeadlineField, Group, NeuronFields } from './network-fields';
import styles from './network.module.css';

const NIR_UNSAID =
  'which images they read, nor until when a neuron may fire: NIR has no words for that';

/** The network that is described so far, or what is wrong with it. */
function check(
  weights: ForeignWeights,
  description: Description,
): { spec: NetworkSpec } | { error: DraftError } {
  try {
    return { spec: describedNetwork(weights, description) };
  } catch (error) {
    if (error instanceof NetworkError) return { error: located(error.message) };
    throw error;
  }
}

/** Asks what network a file's weights are of, where the file does not say. */
export default function DescribeDialog({ question }: { question: Question }) {
  const { opening } = useSession();
  const { name, weights, likely } = question;
  const [description, setDescription] = useState(likely);
  const checked = check(weights, description);
  const error = 'error' in checked ? checked.error : null;
  const fields = {
    spec: { ...description, convolutions: weights.convolutions, layers: weights.sizes.slice(1) },
    error,
    onChange(spec: NetworkSpec) {
      const { layers: _, convolutions: __, ...next } = spec;
      setDescription(next);
    },
  };
  const side = (label: 'width' | 'height') => (
    <NumberField
      label={label}
      value={description.input[label]}
      min={RANGES.side.range[0]}
      max={RANGES.side.range[1]}
      step={1}
      onChange={(value) =>
        setDescription({ ...description, input: { ...description.input, [label]: value } })
      }
    />
  );
  return (
    <Dialog
      open
      onOpenChange={opening.dismiss}
      title="What network are these weights of?"
      width={820}
    >
      <Form
        className={styles.form}
        noValidate
        onSubmit={() => {
          if (!error) void opening.describe(description);
        }}
      >
        <p>
          <Words>
            {name} holds the weights of a network {layersName(weights)}, but does not say{' '}
            {weights.known ? NIR_UNSAID : 'how its neurons work'}. What is set here is usual: change
            what was otherwise where it was trained.
          </Words>
        </p>
        {weights.leftOut.length > 0 && (
          <p>
            <Words>
              Left out, since these networks have no use for it: {said(weights.leftOut.join(', '))}.
            </Words>
          </p>
        )}
        <div className={styles.columns}>
          {weights.known ? (
            <Group title="Neurons">
              <DeadlineField {...fields} />
            </Group>
          ) : (
            <NeuronFields {...fields} />
          )}
          <CodingFields {...fields} />
          <Group title="Images">
            {side('width')}
            {side('height')}
            <p className={styles.hint}>
              <Words>
                In pixels. Image, patch and stride have to make the {weights.sizes[0]} input neurons
                that the weights take.
              </Words>
            </p>
          </Group>
        </div>
        <footer className={styles.foot}>
          <p
            role="status"
            className={error ? styles.error : styles.cost}
            data-testid="describe-says"
          >
            {error
              ? error.message
              : 'Takes the place of the network on the page; undo brings that back.'}
          </p>
          <Button kind="quiet" onClick={opening.dismiss}>
            Cancel
          </Button>
          <Button type="submit" kind="filled" disabled={error !== null} data-testid="describe-open">
            {'spec' in checked ? `Open ${networkName(checked.spec)}` : 'Open'}
          </Button>
        </footer>
      </Form>
    </Dialog>
  );
}
