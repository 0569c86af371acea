/** Puts an edited network to work, and offers the way back where weights were given up. */
import { networkName } from '../../model/network';
import { changeCost } from '../../session/network';
import type { Session } from '../../session/session';
import { draftCost, fitted, type Draft } from './draft';

export async function applyDraft(session: Session, now: Draft, next: Draft): Promise<void> {
  const cost = draftCost(now, next);
  const { seed, ...others } = next.settings;
  const newShape = changeCost(now.spec, next.spec) === 'new network';
  if (seed !== now.settings.seed && newShape) await session.training.configure({ seed });
  await session.network.change(next.spec);
  // After the change, so that undo brings the old settings back with the old network.
  await session.training.configure(others);
  if (seed !== now.settings.seed && !newShape) await session.training.reset(seed);
  // What was said about data and network not fitting each other is settled once they do.
  if (!fitted(next.spec, session.testSet())) session.messages.settle('data');
  if (cost !== 'new network') return;
  const back = async () => {
    await session.network.undo();
    await session.training.configure(now.settings);
  };
  session.messages.note(
    `${networkName(next.spec)} starts with new weights of seed ${seed}: run the training to teach it.`,
    {
      topic: 'network changed',
      action: { label: `Back to ${networkName(now.spec)}`, run: () => void back() },
    },
  );
}
