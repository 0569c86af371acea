import { formatCount } from '../../words/numbers';
import { Mark } from './mark';
import { useSession, useStoreOf } from './session-context';

/** Beside an answer that is a replay's: nothing while the present is shown. */
export function ReplayMark() {
  const at = useStoreOf(useSession().replay.store, (s) => s.at);
  return at && <Mark>{`replay of step ${formatCount(at.step)}`}</Mark>;
}
