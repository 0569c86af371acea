import { useState } from 'react';
import { teachProblem } from '../../data/taught/taught';
import type { Teach } from '../../session/teach/teach';
import { Button } from '../kit/button';
import { ProgressLine } from '../kit/progress-line';
import { useSession, useStoreOf } from '../kit/session-context';
import { resultWords, sinceWords } from './teach-words';
import styles from './teach.module.css';

interface Props {
  teaching: Teach;
}

/** The share of the steps that are made, [0, 1]. */
function useShare(): number {
  const { step, plannedSteps } = useStoreOf(useSession().training.store);
  return plannedSteps > 0 ? Math.min(1, step / plannedSteps) : 0;
}

const percentOf = (share: number): string => `${Math.floor(share * 100)} %`;

function TrainButton({ teaching, onAsked, says }: Props & { onAsked: () => void; says?: string }) {
  const { taught, trained } = useStoreOf(teaching.taught.store);
  const training = useStoreOf(teaching.store, (s) => s.training);
  const words = trained ? 'Train again' : 'Train';
  return (
    <Button
      kind="filled"
      data-testid="teach-train"
      className={styles.go}
      disabled={training}
      aria-disabled={teachProblem(taught) !== null}
      onClick={onAsked}
    >
      {training && says !== undefined ? says : words}
    </Button>
  );
}

/** The button beside the classes on a phone, where the panel is a scroll away: it says how far it is, and messages what came of it. */
export function TrainBesideClasses({ teaching }: Props) {
  const session = useSession();
  const share = useShare();
  const train = async (): Promise<void> => {
    await teaching.train();
    const { took } = teaching.store.getState();
    const { trained } = teaching.taught.store.getState();
    if (took === null || !trained) return;
    const { evaluation } = session.network.store.getState();
    session.messages.note(resultWords(trained.taught, took, evaluation), { topic: 'teach' });
  };
  return <TrainButton teaching={teaching} onAsked={() => void train()} says={percentOf(share)} />;
}

/** How far training is, and what came of it; nothing before. */
function TrainSays({ teaching }: Props) {
  const { network } = useSession();
  const share = useShare();
  const trained = useStoreOf(teaching.taught.store, (s) => s.trained);
  const { training, took, since } = useStoreOf(teaching.store);
  const evaluation = useStoreOf(network.store, (s) => s.evaluation);
  if (training) {
    return (
      <ProgressLine label="Training on the drawings" value={share} testId="teach-progress">
        {`learning: ${percentOf(share)}`}
      </ProgressLine>
    );
  }
  if (!trained || took === null) return null;
  return (
    <p role="status" className={styles.result} data-testid="teach-result">
      {`${resultWords(trained.taught, took, evaluation)} ${sinceWords(since)}`}
    </p>
  );
}

/** Training on the drawings, what came of it, and the way back. @param elsewhere whether the button stands beside the classes, as on a phone */
export function TrainPart({ teaching, elsewhere }: Props & { elsewhere: boolean }) {
  const taught = useStoreOf(teaching.taught.store, (s) => s.taught);
  const { training, canGoBack } = useStoreOf(teaching.store);
  const [asked, setAsked] = useState(false);
  const problem = teachProblem(taught);
  const some = taught.classes.some(({ examples }) => examples.length > 0);
  const back = canGoBack && !training;
  return (
    <div className={styles.train}>
      {(!elsewhere || back) && (
        <div className={styles.buttons}>
          {!elsewhere && (
            <TrainButton
              teaching={teaching}
              onAsked={() => {
                setAsked(true);
                if (problem === null) void teaching.train();
              }}
            />
          )}
          {back && (
            <Button
              data-testid="teach-back"
              title="The data set and the network that were there before, with its weights"
              onClick={() => void teaching.goBack()}
            >
              Back to before
            </Button>
          )}
        </div>
      )}
      {problem !== null && (some || asked) && (
        <p role={asked ? 'alert' : undefined} className={styles.soft} data-testid="teach-problem">
          {problem}
        </p>
      )}
      <TrainSays teaching={teaching} />
    </div>
  );
}
