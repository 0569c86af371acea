import { CircleHelp } from 'lucide-react';
import { memo, useCallback, useState, type ReactNode } from 'react';
import type { TrainingSettings } from '../../model/training';
import { learnedWords } from '../../view/words/learned-words';
import { langStore } from '../../words/lang/lang';
import { IconButton } from '../kit/button';
import { Popover } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import { controlsFor, type Control } from '../kit/setting/controls';
import { Setting } from '../kit/setting/setting';
import fold from './fold.module.css';
import styles from './run-settings.module.css';

type Configure = (patch: Partial<TrainingSettings>) => void;

/** The run's settings, from one table. They act while it trains. */
export const RunSettings = memo(function RunSettings({ settings }: { settings: TrainingSettings }) {
  const session = useSession();
  const input = useStoreOf(session.network.store, (s) => s.spec.input);
  const [explained, setExplained] = useState(false);
  const configure: Configure = useCallback(
    (patch) => void session.training.configure(patch),
    [session],
  );
  return (
    <details className={`${fold.fold} ${styles.settings}`} open>
      <summary>Settings of the run</summary>
      <IconButton
        label={explained ? 'Hide what the settings do' : 'What the settings do'}
        aria-pressed={explained}
        className={styles.explain}
        onClick={() => setExplained(!explained)}
      >
        <CircleHelp size={15} aria-hidden />
      </IconButton>
      <Learned />
      <div className={styles.controls}>
        {controlsFor(settings, input).map((control) => (
          <Explained key={control.key} control={control} explained={explained}>
            <Setting control={control} settings={settings} onChange={configure} />
          </Explained>
        ))}
      </div>
    </details>
  );
});

/** What the weights on show were trained with, where that is not what stands below. */
function Learned() {
  const { network, training } = useSession();
  const learned = useStoreOf(network.store, (s) => s.origin.learned);
  const settings = useStoreOf(training.store, (s) => s.settings);
  const isNew = useStoreOf(training.store, (s) => s.step === 0);
  useStoreOf(langStore);
  const words = learned && isNew ? learnedWords(learned, settings) : null;
  if (!learned || !words) return null;
  return (
    <p className={styles.learned} data-testid="learned-with">
      <span>{words.these}</span>
      <Popover
        label={words.otherwise}
        width={280}
        trigger={
          <button type="button" className={styles.how} title={words.sentence}>
            {words.otherwise}
          </button>
        }
      >
        <p>{words.sentence}</p>
      </Popover>
      <span>{'. '}</span>
      <button
        type="button"
        className={styles.take}
        onClick={() => void training.configure(learned)}
      >
        {words.take}
      </button>
    </p>
  );
}

/** What stands beside others, its label above it, in columns of the style sheet. */
const STACKED: ReadonlySet<Control['key']> = new Set([
  'loss',
  'optimizer',
  'distort',
  'batch',
  'epochs',
  'seed',
]);

function Explained(props: { control: Control; explained: boolean; children: ReactNode }) {
  const { control, explained, children } = props;
  return (
    <div
      className={!explained && STACKED.has(control.key) ? styles.stacked : undefined}
      data-key={control.key}
    >
      {children}
      {explained && <p className={fold.sentence}>{control.says}</p>}
    </div>
  );
}
