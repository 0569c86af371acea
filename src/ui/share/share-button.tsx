import { Share2 } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { addressOf } from '../../view/link/address';
import type { PageLink } from '../../view/link/page-format';
import { captureLink } from '../../view/link/page-link';
import { Button } from '../kit/button';
import { Popover } from '../kit/popover';
import { copied, copy } from './copy';
import type { ShareSheetProps } from './share-sheet';
import styles from './share.module.css';
import { useView } from '../kit/session-context';

/**
 * A link to the page as it is.
 * @param Sheet what it opens, in a file that comes later
 */
export function ShareButton({ Sheet }: { Sheet: ComponentType<ShareSheetProps> }) {
  const view = useView();
  const [state, setState] = useState<PageLink | null>(null);
  const [says, setSays] = useState('');
  const onCopy = (text: string, what: string) => void copy(text, what).then(setSays);
  const refresh = () => {
    setState(captureLink(view));
    setSays('');
  };
  const onOpenChange = (open: boolean) => {
    if (!open) return setState(null);
    refresh();
    // Opening the sheet is asking for the link; where the browser does not let it, the button says so once it is pressed.
    const address = addressOf(captureLink(view), location.href);
    void copied(address, 'The link').then((told) => told !== null && setSays(told));
  };
  return (
    <Popover
      label="Share"
      align="end"
      width={400}
      open={state !== null}
      onOpenChange={onOpenChange}
      trigger={
        <Button
          kind="quiet"
          data-testid="share"
          title="A link to the page as it is"
          aria-label="Share"
        >
          <Share2 size={15} aria-hidden />
          <span className={styles.word}>Share</span>
        </Button>
      }
    >
      {state && <Sheet state={state} says={says} onCopy={onCopy} refresh={refresh} />}
    </Popover>
  );
}
