import { useMemo } from 'react';
import type { ImageSet } from '../../data/image-set';
import { networkName, type NetworkSpec } from '../../model/network';
import { formatCount, formatPercent } from '../kit/format';
import { figuresOf } from './figures';
import styles from './network.module.css';

/** What the edited network costs; dashes while it cannot be one. */
export function NetworkFigures({ spec, set }: { spec: NetworkSpec | null; set: ImageSet | null }) {
  const figures = useMemo(() => spec && figuresOf(spec, set), [spec, set]);
  const entries: [string, string, string][] = [
    ['network', spec ? networkName(spec) : '–', 'inputs - hidden - outputs'],
    ['inputs', figures ? formatCount(figures.inputs) : '–', 'neurons after packing'],
    ['weights', figures ? formatCount(figures.weights) : '–', share(figures?.weightShare)],
    [
      'input spikes',
      figures?.inputSpikes ? figures.inputSpikes.toFixed(0) : '–',
      'an image, measured on test images',
    ],
    [
      'synaptic operations',
      figures?.operations ? formatCount(figures.operations) : '–',
      'an image, at most',
    ],
  ];
  return (
    <dl className={styles.figures}>
      {entries.map(([name, value, about]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b>
            <span>{about}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The saving against k = 1. */
function share(weightShare: number | undefined): string {
  if (weightShare === undefined) return '';
  if (weightShare === 1) return 'nothing packed';
  return weightShare < 1
    ? `${formatPercent(1 - weightShare, 0)} fewer than k = 1`
    : `${formatPercent(weightShare - 1, 0)} more than k = 1`;
}
