/** Slow motion: the phases of the next step in a numbered list, the one shown lit in every view. */
import { isPointSize } from '../../data/points/point';
import { ArrowLeft, ArrowRight, Layers, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classCount } from '../../model/network';
import { phasesOf } from '../../model/slow-step';
import { Button, IconButton } from '../kit/button';
import { className } from '../../model/class-names';
import { labelWords } from '../../view/words/label-words';
import { formatCount } from '../../words/numbers';
import { nounOf } from '../../data/noun';
import { useStoreOf, useView } from '../kit/session-context';
import { Words } from '../kit/words';
import { captionOf } from './captions';
import { SlowField } from './field';
import { light, remember, unlight } from './light';
import styles from './slow.module.css';

export function SlowMotion() {
  const view = useView();
  const { session } = view;
  const { slow } = session;
  const { phases, at, step, made, target, inBatch, after, busy } = useStoreOf(slow.store);
  const settings = useStoreOf(session.training.store, (s) => s.settings);
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const { a, one } = nounOf(spec.input);
  const kind = useStoreOf(session.stimulus.store, (s) => s.kind);
  const trainReady = useStoreOf(session.data.store, (s) => s.train.status === 'ready');

  // The views look as before once slow motion is over.
  useEffect(() => {
    const before = remember(view);
    return () => unlight(view, before);
  }, [view]);
  const phase = phases?.[at];
  useEffect(() => {
    if (phase && step) light(view, phase, step);
  }, [view, phase, step, after]);

  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const shown = phases ?? phasesOf(spec);
  const last = shown.length - 1;
  const ready = step !== null && !busy;
  return (
    <section className={styles.slow} aria-label="Slow motion" data-testid="slow-motion">
      <header className={styles.head}>
        <b>{`Step ${formatCount(made + 1)} in slow motion`}</b>
        <IconButton label="Leave slow motion" data-testid="slow-close" onClick={slow.close}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <p className={styles.about}>
        {kind === 'drawing' ? (
          <label>
            <span>
              {isPointSize(spec.input)
                ? 'This point is meant to be '
                : 'This drawing is meant to be '}
            </span>
            <select
              data-testid="slow-target"
              value={target ?? ''}
              onChange={(event) => void slow.mean(Number(event.target.value))}
            >
              {target === null && <option value="">?</option>}
              {Array.from({ length: classCount(spec) }, (_, c) => (
                <option key={c} value={c}>
                  {className(spec, c)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <Words>
            This {one}
            {target !== null && `, ${labelWords(spec, target)}`}, {inBatch ? 'is one' : 'is none'}{' '}
            of the batch of {settings.batch} that the step is made on.
          </Words>
        )}
        <span> </span>
        {!inBatch && !after && (
          <button
            type="button"
            className={styles.link}
            disabled={!trainReady || busy}
            title={`Puts ${a} of the next batch on the page`}
            onClick={() => slow.takeFromBatch()}
          >
            Take one of the batch
          </button>
        )}
      </p>
      <div className={styles.steps}>
        <Button
          data-testid="slow-back"
          disabled={!ready || at === 0}
          onClick={() => slow.go(at - 1)}
        >
          <ArrowLeft size={14} aria-hidden />
          <span> Back</span>
        </Button>
        {at === last && after ? (
          <Button data-testid="slow-again" disabled={busy} onClick={() => void slow.again()}>
            <span>Next step </span>
            <ArrowRight size={14} aria-hidden />
          </Button>
        ) : at === last - 1 && !after ? (
          <Button data-testid="slow-apply" disabled={!ready} onClick={() => void slow.apply()}>
            <Layers size={14} aria-hidden />
            <span> Make the step</span>
          </Button>
        ) : (
          <Button data-testid="slow-next" disabled={!ready} onClick={() => slow.go(at + 1)}>
            <span>Next </span>
            <ArrowRight size={14} aria-hidden />
          </Button>
        )}
      </div>
      {step && (
        <ol className={styles.phases} ref={list}>
          {shown.map((p, n) => {
            const { title, text } = captionOf(p, { step, settings, after });
            const current = n === at;
            return (
              <li
                key={`${p.kind} ${p.layer}`}
                aria-current={current ? 'step' : undefined}
                className={current ? styles.current : undefined}
              >
                <button type="button" disabled={n === last && !after} onClick={() => slow.go(n)}>
                  {title}
                </button>
                {current && (
                  <>
                    <p data-testid="slow-caption" aria-live="polite">
                      {text}
                    </p>
                    <SlowField phase={p} step={step} after={after} />
                  </>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {!step && !busy && <p className={styles.about}>Say which class it is meant to be.</p>}
    </section>
  );
}
