import { useEffect, useRef, useState } from 'react';
import type { Question } from '../../learn/lesson';
import { LESSONS } from '../../learn/catalogue';
import { becauseOf, type Answer } from '../../learn/question';
import { Form } from '../kit/form';
import { Button } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { readNumber } from '../kit/read-number';
import { useStoreOf } from '../kit/session-context';
import { Words } from '../kit/words';
import { bringIntoSight } from './bring-into-sight';
import { useRunner } from './use-learn';
import { WORDS } from './words';
import styles from './learn.module.css';

/** The question that shows whether it was understood; any number of tries. */
export function QuestionView({ question }: { question: Question }) {
  const runner = useRunner();
  const words = useTexts(WORDS);
  const { answered, answers, over } = useStoreOf(runner.store);
  const give = (answer: Answer) => runner.answer(answer);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const last = told.current?.parentElement?.lastElementChild;
    if (told.current && last) bringIntoSight(told.current, last);
  }, [answered, over]);
  return (
    <div className={styles.question} data-testid="lesson-question">
      <p className={styles.do}>{question.ask}</p>
      {'choices' in question ? (
        <Choices question={question} answered={answered} over={over} onAnswer={give} />
      ) : (
        <NumberAnswer over={over} onAnswer={give} />
      )}
      <div ref={told} role="status" className={styles.told}>
        {over ? (
          <>
            <p className={styles.seen} data-testid="lesson-why">
              {answered && <b>{`${words.right} `}</b>}
              <span>{question.why}</span>
            </p>
          </>
        ) : (
          answered && (
            <p className={styles.hint} data-testid="lesson-wrong">
              <Words>{[words.wrong, ' ', becauseOf(question, answered) ?? words.tryAgain]}</Words>
            </p>
          )
        )}
      </div>
      {!over && answers.length > 0 && (
        <Button kind="quiet" data-testid="lesson-tell" onClick={() => runner.giveUp()}>
          {words.tellMe}
        </Button>
      )}
      {over && <End />}
    </div>
  );
}

interface ChoicesProps {
  question: Extract<Question, { choices: unknown }>;
  answered: Answer | null;
  over: boolean;
  onAnswer: (answer: Answer) => void;
}

function Choices({ question, answered, over, onAnswer }: ChoicesProps) {
  return (
    <ul className={styles.choices}>
      {question.choices.map(({ say, right }, choice) => {
        const mine = answered !== null && 'choice' in answered && answered.choice === choice;
        const mark = over && right ? 'right' : mine ? 'wrong' : undefined;
        return (
          <li key={say}>
            <button
              type="button"
              className={styles.choice}
              data-testid="lesson-choice"
              data-mark={mark}
              aria-pressed={mine}
              disabled={over}
              onClick={() => onAnswer({ choice })}
            >
              {say}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function NumberAnswer({ over, onAnswer }: Pick<ChoicesProps, 'over' | 'onAnswer'>) {
  const words = useTexts(WORDS);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const submit = () => {
    const number = readNumber(typed);
    setRefused(number === null);
    if (number !== null) onAnswer({ number });
  };
  return (
    <Form className={styles.numberForm} onSubmit={submit}>
      <input
        aria-label={words.number}
        aria-invalid={refused}
        inputMode="decimal"
        autoComplete="off"
        data-testid="lesson-number"
        value={typed}
        disabled={over}
        maxLength={40}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={over}>
        {words.answer}
      </Button>
      {refused && <p className={styles.refused}>{words.notNumber}</p>}
    </Form>
  );
}

/** What comes after a lesson: the next one that is not done, or the list. */
function End() {
  const runner = useRunner();
  const words = useTexts(WORDS);
  const now = useStoreOf(runner.store, (s) => s.open?.lesson().number ?? null);
  const next = now === null ? undefined : LESSONS.find(({ plan }) => plan.number > now);
  return (
    <div className={styles.ways}>
      {next && (
        <Button kind="filled" data-testid="lesson-following" onClick={() => void runner.open(next)}>
          {words.nextLesson(next.plan.number, next.lesson().title)}
        </Button>
      )}
      <Button data-testid="lesson-all" onClick={() => void runner.leave()}>
        {words.all}
      </Button>
      <Button kind="quiet" onClick={() => void runner.again()}>
        {words.again}
      </Button>
    </div>
  );
}
