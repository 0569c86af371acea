import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { sentence } from '../../session/core/messages';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { NotFetched } from '../kit/repeatable';

interface Props {
  title: string;
  /** Called before the panel is tried again. */
  onAgain?: (() => void) | undefined;
  children: ReactNode;
}

/** A panel that breaks, or does not come, says so in its place; the others go on. */
export function PanelBoundary({ title, onAgain, children }: Props) {
  const fallback = ({ error, resetErrorBoundary }: FallbackProps) => {
    const says = sentence(error);
    return (
      <Panel title={title}>
        <p role="alert" data-testid="error">
          {error instanceof NotFetched ? says : `This panel stopped working: ${says}`}
        </p>
        <div>
          <Button onClick={resetErrorBoundary}>Try again</Button>
        </div>
      </Panel>
    );
  };
  return (
    <ErrorBoundary fallbackRender={fallback} onReset={() => onAgain?.()}>
      {children}
    </ErrorBoundary>
  );
}
