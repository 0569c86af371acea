import { nounOf } from '../../data/noun';
import { isPointSize } from '../../data/points/point';
import { ChevronLeft, ChevronRight, Shuffle } from 'lucide-react';
import { spikeCount } from '../../engine/shared/layer-spikes';
import { Button, IconButton } from '../kit/button';
import { formatCount } from '../../words/numbers';
import { Panel } from '../kit/panel';
import { Select } from '../kit/select';
import { useSession, useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { useClassName } from '../kit/use-class-name';
import { GoTo } from './go-to';
import { Strip } from './strip';
import styles from './samples.module.css';

/** Samples of the test set; their true label stands apart from the network's answer. */
export function SamplesPanel() {
  const { stimulus, data } = useSession();
  const filter = useStoreOf(stimulus.store, (s) => s.filter);
  // A filter by answer is set in the confusion matrix; here it can be removed.
  const { answer: readAs, ...only } = filter;
  const set = useStoreOf(data.store, (s) => s.test.set);
  const nameOf = useClassName();
  const classes = Array.from({ length: set?.classes ?? 10 }, (_, c) => ({
    value: String(c),
    label: `class ${nameOf(c)}`,
  }));
  return (
    <Panel title="Samples" aside={<TrueLabel />} className={styles.panel}>
      <div className={styles.controls}>
        <IconButton
          kind="plain"
          label="Previous sample (Shift N)"
          data-testid="sample-previous"
          disabled={!set}
          onClick={() => void stimulus.step(-1)}
        >
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton
          kind="plain"
          label="Next sample (n)"
          data-testid="sample-next"
          disabled={!set}
          onClick={() => void stimulus.step(1)}
        >
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <IconButton
          label="A random sample (x)"
          disabled={!set}
          onClick={() => void stimulus.random()}
        >
          <Shuffle size={14} aria-hidden />
        </IconButton>
        <Select
          bare
          label="Class"
          value={filter.label === null ? 'any' : String(filter.label)}
          disabled={!set}
          options={[{ value: 'any', label: 'any class' }, ...classes]}
          onChange={(value) =>
            void stimulus.setFilter({ ...only, label: value === 'any' ? null : Number(value) })
          }
        />
        <Button
          kind="quiet"
          className={styles.misread}
          title={
            readAs === undefined
              ? 'Only samples that the network misreads (m)'
              : `Only samples that the network reads as ${nameOf(readAs)}: press for all`
          }
          aria-pressed={filter.misread || readAs !== undefined}
          disabled={!set}
          onClick={() => {
            const misread = readAs === undefined && !filter.misread;
            void stimulus.setFilter({ ...only, misread });
          }}
        >
          {readAs === undefined ? 'misread' : `read as ${nameOf(readAs)}`}
        </Button>
      </div>
      <Strip />
      <Caption />
    </Panel>
  );
}

function TrueLabel() {
  const { stimulus, data } = useSession();
  const sample = useStoreOf(stimulus.store, (s) => s.sample);
  // The page's first sample is there before its set is.
  const isThere = useStoreOf(data.store, (s) => sample !== null && s[sample.role].set !== null);
  const label = sample && isThere ? sample.label : null;
  const nameOf = useClassName();
  return (
    <span>
      <span>true label </span>
      <b translate="no" data-testid="sample-label" className={styles.label}>
        {label === null ? '–' : nameOf(label)}
      </b>
    </span>
  );
}

function Caption() {
  const view = useView();
  const { session } = view;
  const { stimulus, data } = session;
  const { sample, ...size } = useStoreOf(stimulus.store);
  const test = useStoreOf(data.store, (s) => s.test);
  const role = sample?.role ?? 'test';
  const set = useStoreOf(data.store, (s) => s[role].set);
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const input = view.derived.run()?.layers[0] ?? null;
  let where = isPointSize(size) ? 'a point of your own' : 'your own drawing';
  if (sample && set) where = `${role === 'test' ? 'test' : 'training'} ${nounOf(size).one}`;
  else if (test.status === 'loading') {
    where = `test ${nounOf(size).many}: ${Math.round(test.progress * 100)} %`;
  } else if (set) where = `${where}; test ${nounOf(set).one}`;
  return (
    <p className={styles.caption}>
      <span>{where}</span>
      {set && <GoTo set={set} role={role} index={sample?.index ?? null} />}
      {set && <span>{`of ${formatCount(set.count)}`}</span>}
      <span className={styles.spike}>
        {input && `${formatCount(spikeCount(input))} of ${formatCount(input.times.length)} spike`}
      </span>
    </p>
  );
}
