import { useState } from 'react';
import { againstReference, againstReferenceWords } from '../../view/scene/against-reference';
import { stimulusName } from '../../view/words/stimulus-name';
import { Button } from '../kit/button';
import { useStoreOf, useView } from '../kit/session-context';
import styles from './header.module.css';

/** The sample shown by the engine at work against the definition, src/model in float64, on request. */
export function EngineCheck() {
  const view = useView();
  const { session } = view;
  const image = useStoreOf(session.stimulus.store, (s) => s.image);
  const { kind, label } = useStoreOf(session.engine.store);
  const version = useStoreOf(session.network.store, (s) => s.version);
  /** What was found holds for this sample, these weights and this engine alone. */
  const of = [image, version, kind];
  const [told, setTold] = useState<{ of: unknown[]; words: string } | null>(null);
  const holds = told?.of.every((part, i) => part === of[i]);
  const check = () => {
    const { spec, weights, run } = view.derived.basePair();
    const words =
      weights && run
        ? `${label || kind}, ${stimulusName(session)}: ${againstReferenceWords(spec, againstReference(spec, weights, image, run))}`
        : 'One moment: the sample is on its way through the network.';
    setTold({ of, words });
  };
  return (
    <div className={styles.check}>
      {holds && (
        <p role="status" data-testid="engine-check-words">
          {told!.words}
        </p>
      )}
      <Button
        data-testid="engine-check"
        title="Spike times of the sample shown against the model’s definition in double precision"
        onClick={check}
      >
        Check this sample against the reference
      </Button>
    </div>
  );
}
