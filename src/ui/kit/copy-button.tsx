import { useState } from 'react';
import { Button } from './button';
import { useSession } from './session-context';
import { writeClipboard } from './write-clipboard';

/** Copies a table as CSV; says so, or what to do where the browser does not let it. */
export function CopyButton({ csv }: { csv: () => string }) {
  const { messages } = useSession();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await writeClipboard(csv());
      setCopied(true);
      messages.settle('clipboard');
    } catch {
      messages.error(
        'The browser does not let the page copy: allow the clipboard, then try again.',
        { topic: 'clipboard' },
      );
    }
  };
  return (
    <Button kind="quiet" onClick={() => void copy()} onBlur={() => setCopied(false)}>
      {copied ? 'Copied' : 'Copy as CSV'}
    </Button>
  );
}
