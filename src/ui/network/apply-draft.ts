/** Puts an edited network to work, and offers the way back where weights were given up. */
import { networkName } from '../../model/network';
import type { Session } from '../../session/session';
import { draftCost, fitted, type Draft } from './draft';

export async function applyDraft(session: Session, now: Draft, next: Draft): Promise<void> {
  const cost = draftCost(now, next);
  if (cost === 'new network') {
    await session.network.start(next.spec, next.settings);
  } else {
    await session.network.change(next.spec);
    await session.training.configure(next.settings);
  }
  // What was said about data and network not fitting each other is settled once they do.
  if (!fitted(next.spec, session.testSet())) session.messages.settle('data');
  if (cost !== 'new network') return;
  session.messages.note(
    `${networkName(next.spec)} starts with new weights of seed ${next.settings.seed}: run the training to teach it.`,
    {
      topic: 'network changed',
      action: { label: `Back to ${networkName(now.spec)}`, run: () => void session.network.undo() },
    },
  );
}
