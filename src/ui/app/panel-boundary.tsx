import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { sentence } from '../../session/messages';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';

/** A panel that breaks says so in its place; the others go on. */
export function PanelBoundary({ title, children }: { title: string; children: ReactNode }) {
  const fallback = ({ error, resetErrorBoundary }: FallbackProps) => (
    <Panel title={title}>
      <p role="alert" data-testid="error">
        {`This panel stopped working: ${sentence(error)}`}
      </p>
      <div>
        <Button onClick={resetErrorBoundary}>Show it again</Button>
      </div>
    </Panel>
  );
  return <ErrorBoundary fallbackRender={fallback}>{children}</ErrorBoundary>;
}
