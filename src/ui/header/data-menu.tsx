import { ChevronDown } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { isUnderWay, progressWords } from '../../session/data/data-state';
import { Popover } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import { VisuallyHidden } from '../kit/visually-hidden';
import styles from './header.module.css';

/** Which data set is on the page, and how far it has come. @param Sheet what it opens, in a file that comes later */
export function DataMenu({ Sheet }: { Sheet?: ComponentType<{ onClose: () => void }> }) {
  const { data } = useSession();
  const { name, test, train } = useStoreOf(data.store);
  const [open, setOpen] = useState(false);
  const loading = [test, train].find(isUnderWay);
  const failed = [test, train].some((p) => p.status === 'failed');
  return (
    <Popover
      label="Data"
      width={380}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className={styles.chip}
          style={loading && { backgroundSize: `${loading.progress * 100}% 100%` }}
          data-loading={loading !== undefined || undefined}
          data-testid="data"
          title="Choose the data"
        >
          {failed && <span className={`${styles.dot} ${styles.failed}`} aria-hidden />}
          <span className={`${styles.cut} ${styles.name}`} title={name} translate="no">
            {name}
          </span>
          {/* Read out alone: as wide as it is, the chips beside it would move from under the pointer. */}
          {loading && <VisuallyHidden translate="no">{progressWords(loading)}</VisuallyHidden>}
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      {Sheet && <Sheet onClose={() => setOpen(false)} />}
    </Popover>
  );
}
