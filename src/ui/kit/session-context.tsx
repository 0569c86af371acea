/** The session, for every panel. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../../session/session';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionContext around it.');
  return session;
}

/** Re-renders when what the spikes say in words is renewed: at each change, but a few times a second while it trains. */
export function useTold(): void {
  useStore(useSession().spikes.store, (s) => s.told);
}

/** The selected part of a store; re-renders when it changes (compared with Object.is). */
export const useStoreOf = useStore;
