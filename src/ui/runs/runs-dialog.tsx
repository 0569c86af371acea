/** All runs, to be compared, and sweeps, which make many. */
import { useEffect, useState } from 'react';
import type { Run } from '../../session/runs/runs';
import { Dialog } from '../kit/dialog';
import { Segmented } from '../kit/segmented';
import { useSession } from '../kit/session-context';
import { SweepSheet } from './sweep/sweep-sheet';
import { Comparison } from './comparison';

const PAGES = [
  { value: 'compare', label: 'Compare' },
  { value: 'sweep', label: 'Sweep' },
] as const;

export type RunsPage = (typeof PAGES)[number]['value'];

interface Props {
  page: RunsPage;
  /** Ids of the runs ticked on the page. */
  chosen: readonly number[];
  onClose: () => void;
}

export default function RunsDialog({ page: first, chosen, onClose }: Props) {
  const { runs } = useSession();
  const [page, setPage] = useState<RunsPage>(first);
  // Another tab may have kept runs since.
  useEffect(() => void runs.refresh(), [runs]);
  const open = (run: Run) => {
    onClose();
    void runs.restore(run.id);
  };
  return (
    <Dialog open onOpenChange={onClose} title="Runs" width={1080}>
      <div>
        <Segmented
          label="What to see of the runs"
          value={page}
          options={PAGES}
          onChange={setPage}
        />
      </div>
      {page === 'compare' ? (
        <Comparison asked={chosen} onRestore={open} />
      ) : (
        <SweepSheet onOpen={open} />
      )}
    </Dialog>
  );
}
