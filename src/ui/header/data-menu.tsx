import { ChevronDown } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { progressWords } from '../../session/data/data-state';
import { Popover } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './header.module.css';

/** Which data set is on the page, and how far it has come. @param Sheet what it opens, in a file that comes later */
export function DataMenu({ Sheet }: { Sheet?: ComponentType<{ onClose: () => void }> }) {
  const { data } = useSession();
  const { name, test, train } = useStoreOf(data.store);
  const [open, setOpen] = useState(false);
  const loading = [test, train].find((p) => p.status === 'loading');
  const failed = [test, train].some((p) => p.status === 'failed');
  return (
    <Popover
      label="Data"
      width={380}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.chip} data-testid="data" title="Choose the data">
          {failed && <span className={`${styles.dot} ${styles.failed}`} aria-hidden />}
          <span className={`${styles.cut} ${styles.name}`} title={name} translate="no">
            {name}
          </span>
          {loading && <span className={styles.soft}>{progressWords(loading)}</span>}
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      {Sheet && <Sheet onClose={() => setOpen(false)} />}
    </Popover>
  );
}
