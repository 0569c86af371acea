import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { sentence } from '../../session/core/messages';
import { Button } from '../kit/button';
import styles from './app.module.css';

/** The outermost error boundary: an error that no inner one caught shows a sentence in place of a blank page. The session keeps running. */
export function PageBoundary({ children }: { children: ReactNode }) {
  const fallback = ({ error, resetErrorBoundary }: FallbackProps) => (
    <main className={styles.broken}>
      <p role="alert" data-testid="error">
        {`The page stopped working: ${sentence(error)} Network and training are still here.`}
      </p>
      <Button onClick={resetErrorBoundary}>Try again</Button>
    </main>
  );
  return <ErrorBoundary fallbackRender={fallback}>{children}</ErrorBoundary>;
}
