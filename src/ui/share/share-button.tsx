import { Share2 } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import type { PageLink } from '../../view/link/page-format';
import { captureLink } from '../../view/link/page-link';
import { Button } from '../kit/button';
import { Popover } from '../kit/popover';
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
  const refresh = () => setState(captureLink(view));
  const onOpenChange = (open: boolean) => (open ? refresh() : setState(null));
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
      {state && <Sheet state={state} refresh={refresh} />}
    </Popover>
  );
}
