/** Puts an edited network to work, and offers the way back where weights were given up. */
import { networkName } from '../../model/network';
import type { Session } from '../../session/session';
import { draftCost, fitted, type Draft } from './draft';

export async function applyDraft(session: Session, now: Draft, next: Draft): Promise<void> {
  const cost = draftCost(now, next);
  const before = session.network.store.getState().spec;
  if (next.seed !== now.seed) {
    if (draftCost({ ...next, seed: now.seed }, now) === 'none')
      await session.training.reset(next.seed);
    else await session.training.configure({ seed: next.seed });
  }
  await session.network.change(next.spec);
  // What was said about data and network not fitting each other is settled once they do.
  if (!fitted(next.spec, session.testSet())) session.messages.settle('data');
  if (cost !== 'new network') return;
  session.messages.note(
    `${networkName(next.spec)} starts with new weights of seed ${next.seed}: run the training to teach it.`,
    {
      topic: 'network changed',
      action: { label: `Back to ${networkName(before)}`, run: () => void session.network.undo() },
    },
  );
}
