import { useNoun } from '../kit/use-noun';
import { useMemo } from 'react';
import type { ImageSet } from '../../data/image-set';
import { isPointSize } from '../../data/points/point';
import { networkName, type NetworkSpec } from '../../model/network';
import type { OptimizerName } from '../../model/optimizer';
import type { Measured } from '../../session/training/measured';
import { formatCount, formatPercent, formatNumber } from '../../words/numbers';
import { dimmed, measuredWords } from '../kit/measured-at';
import { figuresOf, type Counted, type Figures } from './figures';
import styles from './network.module.css';

interface Props {
  /** null while what is typed can be no network. */
  spec: NetworkSpec | null;
  set: ImageSet | null;
  optimizer: OptimizerName;
  counted: Counted | null;
  /** Which step's weights `counted` is of. */
  at: Measured | null;
}

const HOW = {
  counted: 'counted on the test set',
  scaled: 'estimated from the last evaluation',
  'at most': 'at most',
} as const;

/** "1.6 MB" */
function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toPrecision(2)} MB`;
}

/** What the edited network costs; dashes while it cannot be one. */
export function NetworkFigures({ spec, set, optimizer, counted, at: measured }: Props) {
  const figures = useMemo(
    () => spec && figuresOf(spec, set, optimizer, counted),
    [spec, set, optimizer, counted],
  );
  const operations = figures?.operations;
  const { a, one } = useNoun();
  // Of a point nothing can be packed.
  const isPoint = spec !== null && isPointSize(spec.input);
  const step = measuredWords(measured);
  const at = step && ` at ${step}`;
  const entries: [name: string, value: string, about: string, saving?: string][] = [
    ['network', spec ? networkName(spec) : '–', 'inputs - hidden - outputs'],
    [
      'inputs',
      figures ? formatCount(figures.inputs) : '–',
      isPoint ? 'x, 1 − x, y, 1 − y, bias' : 'neurons after packing',
      figures?.inputSpikes ? spikesWords(figures, one) : undefined,
    ],
    ['neurons', figures ? formatCount(figures.neurons) : '–', 'after the input'],
    [
      'weights',
      figures ? formatCount(figures.weights) : '–',
      isPoint ? '' : share(figures?.weightShare),
      figures ? sharedWords(figures) : undefined,
    ],
    [
      'synaptic operations',
      operations ? formatCount(operations.count) : '–',
      operations
        ? `${a}, ${HOW[operations.how]}` + (operations.how === 'counted' ? at : '')
        : `${a}, once there is data of this size`,
      operations && operations.share !== 1
        ? `${share(operations.share)}, by the most that each can cost`
        : undefined,
    ],
    [
      'memory',
      figures ? megabytes(figures.memory) : '–',
      `to train: weights, gradients, ${optimizer === 'adam' ? 'Adam’s moments' : 'momentum'}`,
      figures ? `${megabytes(figures.file)} as a file` : undefined,
    ],
  ];
  return (
    <dl className={styles.figures} data-testid="network-figures">
      {entries.map(([name, value, about, saving]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={name === 'synaptic operations' ? dimmed(measured) : undefined}>
            <b>{value}</b>
            <span>{about}</span>
            {saving && <span>{saving}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How many of the inputs spike, and what they emit: means over the test set. */
function spikesWords({ inputSpikes, emittedSpikes }: Figures, one: string): string {
  const neurons = formatNumber(inputSpikes!, 0);
  const spikes = formatNumber(emittedSpikes!, 0);
  return spikes === neurons
    ? `${neurons} spike for a test ${one}, once each`
    : `${neurons} spike for a test ${one}, ${spikes} spikes in all`;
}

/** What sharing saves; undefined where nothing is shared. */
function sharedWords({ weights, synapses }: Figures): string | undefined {
  if (weights === synapses) return undefined;
  return `shared by ${formatCount(synapses)} synapses: ${formatPercent(1 - weights / synapses, 0)} saved`;
}

/** The saving against k = 1. */
function share(weightShare: number | undefined): string {
  if (weightShare === undefined) return '';
  if (weightShare === 1) return 'nothing packed';
  return weightShare < 1
    ? `${formatPercent(1 - weightShare, 0)} fewer than k = 1`
    : `${formatPercent(weightShare - 1, 0)} more than k = 1`;
}
