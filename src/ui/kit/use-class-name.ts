import { useCallback } from 'react';
import { className } from '../../model/class-names';
import { useSession, useStoreOf } from './session-context';

/** What a class of the network on the page is called. */
export function useClassName(): (c: number) => string {
  const spec = useStoreOf(useSession().network.store, (s) => s.spec);
  return useCallback((c) => className(spec, c), [spec]);
}
