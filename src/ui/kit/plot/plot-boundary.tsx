import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { sentence } from '../../../session/core/messages';
import { Button } from '../button';
import { NotFetched } from '../repeatable';
import styles from './plot.module.css';

interface Props {
  /** Before it is drawn once more. */
  onAgain: () => void;
  children: ReactNode;
}

/** A plot that does not come, or breaks, says so in its place. */
export function PlotBoundary({ onAgain, children }: Props) {
  const fallback = ({ error, resetErrorBoundary }: FallbackProps) => {
    const says = sentence(error);
    return (
      <div className={styles.missing}>
        <p role="alert">
          {error instanceof NotFetched ? says : `This plot stopped working: ${says}`}
        </p>
        <Button onClick={resetErrorBoundary}>Try again</Button>
      </div>
    );
  };
  return (
    <ErrorBoundary fallbackRender={fallback} onReset={onAgain}>
      {children}
    </ErrorBoundary>
  );
}
