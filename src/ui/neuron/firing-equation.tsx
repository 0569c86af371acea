import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Explanation } from '../../model/explain';
import { formatTime, formatNumber } from '../../words/numbers';
import { equationNumbers, spokenEquation } from '../../view/neuron/equation';
import styles from './neuron.module.css';
import { equationTex } from './tex';
import { useTypeset } from './use-typeset';

interface Props {
  explanation: Explanation;
  /** Whether multiplicities matter. */
  m: boolean;
}

/** The firing time as an equation with this neuron's own numbers: set by KaTeX, in plain HTML until that is here. */
export function Equation({ explanation, m }: Props) {
  const typeset = useTypeset();
  const place = useRef<HTMLDivElement>(null);
  const tex = equationTex(explanation, m);
  useLayoutEffect(() => {
    if (typeset && place.current) typeset(tex, place.current);
  }, [typeset, tex]);
  if (!typeset) return <PlainEquation explanation={explanation} m={m} />;
  return (
    <div
      ref={place}
      className={styles.equation}
      translate="no"
      role="group"
      aria-label={spokenEquation(explanation)}
      data-testid="equation"
    />
  );
}

function PlainEquation({ explanation, m }: Props) {
  const numbers = equationNumbers(explanation);
  const w = m ? 'w m' : 'w';
  const { threshold, response } = explanation.settings;
  const fires = explanation.time < Infinity;
  const exponential = response === 'exponential';
  return (
    <div
      className={styles.equation}
      translate="no"
      role="math"
      aria-label={spokenEquation(explanation)}
    >
      {!fires ? (
        <>
          <i>V</i>({formatTime(explanation.at)}) = Σ {w}{' '}
          {exponential ? (
            <>
              (1 − e<sup>t̄ − t</sup>)
            </>
          ) : (
            '(t − t̄)'
          )}{' '}
          = <strong>{formatNumber(explanation.potential, 3)}</strong> {'<'} θ = {threshold}
        </>
      ) : exponential ? (
        <>
          <i>t</i> = ln{' '}
          <Fraction
            above={
              <>
                Σ {w} e<sup>t̄</sup>
              </>
            }
            below={<>Σ {w} − θ</>}
          />{' '}
          = ln <Fraction above={numbers.above} below={numbers.below} /> ={' '}
          <strong>{formatTime(explanation.time)}</strong>
        </>
      ) : (
        <>
          <i>t</i> = <Fraction above={<>θ + Σ {w} t̄</>} below={<>Σ {w}</>} /> ={' '}
          <Fraction above={numbers.above} below={numbers.below} /> ={' '}
          <strong>{formatTime(explanation.time)}</strong>
        </>
      )}
    </div>
  );
}

function Fraction({ above, below }: { above: ReactNode; below: ReactNode }) {
  return (
    <span className={styles.fraction}>
      <span>{above}</span>
      <span>{below}</span>
    </span>
  );
}
