import { useMemo, type KeyboardEvent } from 'react';
import { spikeCommands } from '../../view/commands';
import { runKey } from '../../view/keys';
import { useView } from '../kit/session-context';

/** The keys of what shows spikes: step by step, zoom. What is done here goes no further. */
export function useSpikeKeys(): (event: KeyboardEvent) => void {
  const view = useView();
  const commands = useMemo(() => spikeCommands(view), [view]);
  return (event) => {
    if (!runKey(commands, event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
