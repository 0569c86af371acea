/** All test images that the network misreads, at once; a click opens one in the rasters. And how each class fares. */
import { useNoun } from '../kit/use-noun';
import { useMemo, useState } from 'react';
import type { ImageSet } from '../../data/image-set';
import type { Evaluation } from '../../engine/engine';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { formatCount, formatGap, formatTime } from '../../words/numbers';
import { dimmed, measuredWords, useMeasured } from '../kit/measured-at';
import { Select } from '../kit/select';
import { useSession, useStoreOf } from '../kit/session-context';
import { useClassName } from '../kit/use-class-name';
import { Thumbnail } from '../kit/thumbnail';
import { classesOf, classScores, type ClassScore } from './confusion';
import { percent } from '../../view/words/figures';
import styles from './gallery.module.css';
import { misreadImages, type MisreadFilter, type MisreadOrder } from './misread';

/** Thumbnails added at a time. */
const PAGE = 120;

const ORDERS: { value: MisreadOrder; label: string }[] = [
  { value: 'index', label: 'in order' },
  { value: 'sure', label: 'surest first' },
  { value: 'early', label: 'earliest first' },
  { value: 'late', label: 'latest first' },
];

/** A number of misread images that opens the gallery; before the first evaluation its room. */
export function MisreadButton() {
  const session = useSession();
  const evaluation = useStoreOf(session.network.store, (s) => s.evaluation);
  const test = useStoreOf(session.data.store, (s) => s.test.set);
  const measured = useMeasured();
  const { many } = useNoun();
  const [open, setOpen] = useState(false);
  const count = useMemo(
    () =>
      evaluation && test?.count === evaluation.answers.length
        ? evaluation.answers.reduce((n, answer, i) => n + Number(answer !== test.labels[i]), 0)
        : 0,
    [evaluation, test],
  );
  if (!evaluation) {
    // Of as many digits as are likely.
    const likely = Math.ceil((test?.count ?? 10_000) / 10);
    return (
      <span className={styles.awaited} aria-hidden>
        {`${formatCount(likely)} misread`}
      </span>
    );
  }
  if (count === 0) return null;
  return (
    <>
      <button
        type="button"
        className={`${styles.open} ${dimmed(measured) ?? ''}`}
        data-testid="misread-open"
        title={`See all ${many} that are misread${at(measuredWords(measured))}`}
        onClick={() => setOpen(true)}
      >
        {`${formatCount(count)} misread`}
      </button>
      {open && test && (
        <Gallery evaluation={evaluation} test={test} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

/** ", with the weights of step 938". */
const at = (step: string): string => step && `, with the weights of ${step}`;

/** What the images are ordered by, of one of them. */
function orderedBy(
  { leads, decisionTimes }: Evaluation,
  order: MisreadOrder,
  index: number,
): string {
  if (order === 'index' || decisionTimes[index] === Infinity) return '';
  if (order !== 'sure') return `at ${formatTime(decisionTimes[index]!)}`;
  return leads[index] === Infinity ? 'alone' : `by ${formatGap(leads[index]!)}`;
}

interface Props {
  evaluation: Evaluation;
  test: ImageSet;
  onClose: () => void;
}

function Gallery({ evaluation, test, onClose }: Props) {
  const session = useSession();
  const sample = useStoreOf(session.stimulus.store, (s) => s.sample);
  const [filter, setFilter] = useState<MisreadFilter>({ label: null, answer: null });
  const { one, many } = useNoun();
  const [order, setOrder] = useState<MisreadOrder>('index');
  const [room, setRoom] = useState(PAGE);
  const all = useMemo(
    () => misreadImages(test, evaluation, filter, order),
    [test, evaluation, filter, order],
  );
  // The last few come with the others: no button for one more.
  const shown = all.length <= 1.25 * room ? all.length : room;
  const scores = useMemo(() => classScores(evaluation, test.labels), [evaluation, test]);
  const classes = Array.from({ length: classesOf(evaluation) }, (_, c) => String(c));
  const nameOf = useClassName();
  const choices = (name: string) => [
    { value: 'any', label: `any ${name}` },
    ...classes.map((c) => ({ value: c, label: `${name} ${nameOf(Number(c))}` })),
  ];
  const change = (patch: Partial<MisreadFilter>) => {
    setFilter({ ...filter, ...patch });
    setRoom(PAGE);
  };
  const chosen = (text: string) => (text === 'any' ? null : Number(text));
  const measured = useMeasured();
  const title = `Misread: ${formatCount(all.length)} of ${formatCount(evaluation.images)} test ${many}${at(measuredWords(measured))}`;
  return (
    <Dialog open onOpenChange={onClose} title={title} width={980}>
      <div className={`${styles.gallery} ${dimmed(measured) ?? ''}`} data-testid="misread-gallery">
        {measured?.old && (
          <p>{`The weights have changed since these ${many} were read; they are read again when training rests.`}</p>
        )}
        <ul className={styles.classes} aria-label="Accuracy of each class">
          {scores.map((score) => (
            <ClassBar
              key={score.label}
              score={score}
              pressed={filter.label === score.label}
              onClick={() => change({ label: filter.label === score.label ? null : score.label })}
            />
          ))}
        </ul>
        <div className={styles.filters}>
          <Select
            bare
            label="True class"
            value={String(filter.label ?? 'any')}
            options={choices('class')}
            onChange={(value) => change({ label: chosen(value) })}
          />
          <Select
            bare
            label="Read as"
            value={String(filter.answer ?? 'any')}
            options={choices('answer')}
            onChange={(value) => change({ answer: chosen(value) })}
          />
          <Select
            bare
            label="Order"
            value={order}
            options={ORDERS}
            hint="Surest: whose answer led the next output by most. How early it came says little of errors."
            onChange={setOrder}
          />
        </div>
        <div className={styles.images}>
          {all.slice(0, shown).map((index) => {
            const answer = evaluation.answers[index]!;
            return (
              <figure key={index}>
                <Thumbnail
                  set={test}
                  index={index}
                  answer={answer}
                  current={sample?.role === 'test' && sample.index === index}
                  onChoose={() => {
                    session.stimulus.show('test', index);
                    onClose();
                  }}
                />
                <figcaption aria-hidden>
                  <span>{`${nameOf(test.labels[index]!)} → ${answer === 255 ? 'none' : nameOf(answer)}`}</span>
                  <small translate="no">{orderedBy(evaluation, order, index)}</small>
                </figcaption>
              </figure>
            );
          })}
          {all.length === 0 && <p>{`No ${one} is misread so.`}</p>}
        </div>
        {all.length > shown && (
          <Button
            onClick={() => setRoom(room + PAGE)}
          >{`Show more (${formatCount(all.length - shown)} left)`}</Button>
        )}
      </div>
    </Dialog>
  );
}

interface ClassBarProps {
  score: ClassScore;
  pressed: boolean;
  onClick: () => void;
}

/** A class, its accuracy as a bar, and what it is most often taken for. */
function ClassBar({ score, pressed, onClick }: ClassBarProps) {
  const { label, images, accuracy, rival } = score;
  const nameOf = useClassName();
  const most = rival ? `, most often read as ${nameOf(rival.answer)} (${rival.count})` : '';
  return (
    <li>
      <button
        type="button"
        aria-pressed={pressed}
        title={`Class ${nameOf(label)}: ${percent(accuracy)} of ${formatCount(images)} right${most}`}
        onClick={onClick}
      >
        <b>{nameOf(label)}</b>
        <span className={styles.bar}>
          <i style={{ width: `${(images > 0 ? accuracy : 0) * 100}%` }} />
        </span>
        <span>{percent(accuracy, 1)}</span>
        <small>{rival ? `→ ${nameOf(rival.answer)}: ${rival.count}` : ''}</small>
      </button>
    </li>
  );
}
