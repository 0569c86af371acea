/** Robustness: how much of its accuracy the network keeps on imprecise hardware, without being trained again. */
import { useNoun } from '../kit/use-noun';
import { Download, Play, Square } from 'lucide-react';
import { perfect } from '../../engine/robustness';
import { csvFile } from '../../files/csv';
import { PRECISE, type Imperfection } from '../../model/imprecise';
import { dataWords } from '../../session/data/data-id';
import type { RobustnessCurve } from '../../session/background/robustness';
import { closeDialog } from '../../view/dialogs';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { download } from '../kit/download';
import { formatCount } from '../../words/numbers';
import { NumberField } from '../kit/number-field';
import { numberFault } from '../kit/read-number';
import { Segmented } from '../kit/segmented';
import { Select } from '../kit/select';
import { ProgressLine } from '../kit/progress-line';
import { useSession, useStoreOf } from '../kit/session-context';
import { Words } from '../kit/words';
import sheet from '../kit/sheet.module.css';
import { percent, points as pointsOf } from '../../view/words/figures';
import { curveCsv, isOfCurve, otherwise, presentPoint } from './curve';
import { LevelField } from './level-field';
import { LEVELS } from './levels';
import styles from './robustness.module.css';
import { RobustnessPlot } from './robustness-plot';
import { RobustnessTable } from './robustness-table';
import { limitsFor } from './test-limit';

const KINDS = Object.keys(LEVELS) as Imperfection[];
const CHOICES = KINDS.map((value) => ({
  value,
  label: { jitter: 'Jitter', bits: 'Bits', dead: 'Dead', dropped: 'Lost' }[value],
}));

const REPEATS = { label: 'Seeds a level', min: 1, max: 20, whole: true };

export default function RobustnessDialog() {
  const { robustness } = useSession();
  const { imperfection, hardware, curve } = useStoreOf(robustness.store);
  const blank = {
    imperfection,
    base: hardware,
    points: [],
    network: '',
    step: 0,
    version: 0,
    data: '',
  };
  return (
    <Dialog open onOpenChange={closeDialog} title="Robustness" width={980}>
      <div className={styles.columns}>
        <Hardware />
        <div className={styles.result}>
          <div className={sheet.line}>
            <Segmented
              label="What the curve is against"
              value={imperfection}
              options={CHOICES}
              onChange={(next) => robustness.choose({ imperfection: next })}
            />
            <WorkOut />
          </div>
          <Result curve={curve && curve.points.length > 0 ? curve : blank} />
        </div>
      </div>
    </Dialog>
  );
}

/** The hardware as it is set. */
function Hardware() {
  const { many } = useNoun();
  const { data, robustness } = useSession();
  const count = useStoreOf(data.store, (s) => s.test.set?.count ?? Infinity);
  const { hardware, status, limit, repeats } = useStoreOf(robustness.store);
  const busy = status === 'running';
  const problem = robustness.problem();
  return (
    <section className={styles.hardware} aria-label="Hardware">
      {KINDS.map((kind) => (
        <LevelField
          key={kind}
          imperfection={kind}
          value={hardware[kind]}
          disabled={busy}
          onChange={(level) => robustness.set({ [kind]: level })}
        />
      ))}
      <div className={styles.pair}>
        <NumberField
          label="Seed"
          value={hardware.seed}
          min={0}
          step={1}
          disabled={busy}
          onChange={(seed) => robustness.set({ seed })}
        />
        <NumberField
          label={REPEATS.label}
          value={repeats}
          min={REPEATS.min}
          max={REPEATS.max}
          step={1}
          disabled={busy}
          check={(n) => numberFault(REPEATS, n)}
          onChange={(n) => robustness.choose({ repeats: n })}
        />
      </div>
      <Select
        label={`Test ${many}`}
        {...limitsFor(count, limit)}
        disabled={busy}
        onChange={(value) => robustness.choose({ limit: value === 'all' ? null : Number(value) })}
      />
      <p className={problem ? sheet.bad : sheet.soft} role={problem ? 'alert' : undefined}>
        {problem ??
          'Jitter and losses strike every spike, of inputs, hidden neurons and outputs; no spike comes before its causes. Nothing is trained again.'}
      </p>
      <div>
        <Button disabled={busy} onClick={() => robustness.set(PRECISE)}>
          Make it precise
        </Button>
      </div>
    </section>
  );
}

function WorkOut() {
  const { robustness, data } = useSession();
  const { status } = useStoreOf(robustness.store);
  const ready = useStoreOf(data.store, (s) => s.test.set !== null);
  useStoreOf(robustness.store, (s) => s.hardware);
  if (status === 'running') {
    return (
      <Button data-testid="robustness-stop" onClick={() => void robustness.stop()}>
        <Square size={13} aria-hidden />
        <span>Stop</span>
      </Button>
    );
  }
  return (
    <Button
      kind="filled"
      data-testid="robustness-start"
      disabled={!ready || robustness.problem() !== null}
      onClick={() => void robustness.start()}
    >
      <Play size={13} aria-hidden />
      <span>Work out the curve</span>
    </Button>
  );
}

/** How far it is; else what the curve is of. */
function Told({ curve }: { curve: RobustnessCurve }) {
  const { many } = useNoun();
  const { robustness, network, data } = useSession();
  const here = useStoreOf(data.store, (s) => s.id);
  const { status, progress, problem } = useStoreOf(robustness.store);
  const version = useStoreOf(network.store, (s) => s.version);
  if (status === 'failed') {
    return (
      <p className={sheet.bad} role="alert" data-testid="robustness-problem">
        {problem}
      </p>
    );
  }
  if (status === 'running') {
    return (
      <ProgressLine label="Progress of the curve" value={progress} testId="robustness-progress">
        {`${Math.round(progress * 100)} %`}
      </ProgressLine>
    );
  }
  const { name } = LEVELS[curve.imperfection];
  const [first] = curve.points;
  if (!first) {
    return (
      <p
        className={styles.of}
      >{`Against ${name.toLowerCase()}, all else as it is set; the page stays free meanwhile.`}</p>
    );
  }
  return (
    <p className={styles.of}>
      <Words>
        {name}: {curve.network}
        {curve.step > 0 && ` at step ${formatCount(curve.step)}`}
        {otherwise(curve)}, {formatCount(first.images)} test {many} of {dataWords(curve.data, here)}
        {version !== curve.version && ' (of earlier weights)'}
      </Words>
    </p>
  );
}

function Result({ curve }: { curve: RobustnessCurve }) {
  const { robustness } = useSession();
  const hardware = useStoreOf(robustness.store, (s) => s.hardware);
  return (
    <>
      <Told curve={curve} />
      <RobustnessPlot curve={curve} hardware={hardware} />
      <p data-testid="robustness-present">
        <Present curve={curve} />
      </p>
      <RobustnessTable curve={curve} hardware={hardware} />
      <div className={sheet.line}>
        <span className={sheet.soft}>line: mean; dotted: lowest and highest of the seeds</span>
        <Button
          title="The curve as a table, a line a seed"
          disabled={curve.points.length === 0}
          onClick={() => download(`robustness-${curve.imperfection}.csv`, csvFile(curveCsv(curve)))}
        >
          <Download size={13} aria-hidden />
          <span>CSV</span>
        </Button>
      </div>
    </>
  );
}

/** What the hardware as it is set keeps. */
function Present({ curve }: { curve: RobustnessCurve }) {
  const { robustness } = useSession();
  const hardware = useStoreOf(robustness.store, (s) => s.hardware);
  const { imperfection, points } = curve;
  const { format, name } = LEVELS[imperfection];
  const point = presentPoint(curve, hardware);
  const level = `${name.toLowerCase()} ${format(hardware[imperfection])}`;
  if (!point)
    return (
      <span className={sheet.soft}>
        {`As set, ${level}: not worked out yet${isOfCurve(curve, hardware) ? '' : '; the curve is of other hardware'}.`}
      </span>
    );
  const best = points.find((p) => p.level === perfect(imperfection));
  const lost = best && best !== point ? `, ${pointsOf(point.accuracy - best.accuracy)} points` : '';
  return (
    <>
      <span className={styles.mark} aria-hidden>
        ◆
      </span>
      <span>{` As set, ${level}: `}</span>
      <b translate="no">{percent(point.accuracy)}</b>
      <span>{lost}</span>
    </>
  );
}
