import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { sentence } from '../../session/core/messages';
import { NotFetched } from './repeatable';
import { useSession } from './session-context';

interface Props {
  /** As a sentence begins: "The help". */
  what: string;
  onClose: () => void;
  /** Opens it once more. */
  onAgain: () => void;
  children: ReactNode;
}

/** A dialog that does not come, or breaks, is closed and says so on the page, which goes on. */
export function DialogBoundary({ what, onClose, onAgain, children }: Props) {
  const { messages } = useSession();
  const onError = (error: unknown) => {
    onClose();
    const says = sentence(error);
    messages.error(error instanceof NotFetched ? says : `${what} stopped working: ${says}`, {
      topic: 'dialog',
      action: { label: 'Try again', run: onAgain },
    });
  };
  return (
    <ErrorBoundary fallback={null} onError={onError}>
      {children}
    </ErrorBoundary>
  );
}
