/** A lost engine: the same choice again, then the CPU; training goes on from the last snapshot. */
import type { EngineRequest } from '../../engine/choose';
import type { Core } from '../core/core';
import { sentence } from '../core/messages';
import type { Options } from '../core/options';
import type { Training } from '../training/train-loop';
import { isTraining } from '../training/training-state';
import { formatCount } from '../../words/numbers';

/** At the fourth loss within a minute (in milliseconds) the chosen engine is not started again. */
const SPAN = 60_000;
const TOO_MANY = 4;

/** @param start an engine in place of the one that is lost for the reason of `message` */
export function createRecovery(
  core: Pick<Core, 'engineStore' | 'exclusive' | 'messages' | 'training'> & Options<'now'>,
  start: (choice: EngineRequest, message: string) => Promise<void>,
  training: Pick<Training, 'run'>,
) {
  const store = core.engineStore;
  let losses: number[] = [];

  function failed(message: string, why: string, wasTraining: boolean): void {
    store.setState({ status: 'failed' });
    const run = (): void => {
      losses = [];
      void recover(message, wasTraining);
    };
    core.messages.error([message, why].join(' '), {
      topic: 'engine',
      action: { label: 'Try again', run },
    });
  }

  /** @param message why the engine is lost, a sentence */
  async function recover(
    message: string,
    wasTraining = isTraining(core.training.getState().status),
  ): Promise<void> {
    await core.exclusive(async () => {
      const { choice, kind } = store.getState();
      const now = core.options.now();
      losses = [...losses.filter((time) => now - time < SPAN), now];
      const often = losses.length >= TOO_MANY;
      const tries = new Set<EngineRequest>(often ? ['cpu'] : [choice, 'cpu']);
      if (often && kind !== 'webgpu')
        return failed(message, 'It fails again and again: reload the page.', wasTraining);
      let trouble: unknown;
      for (const next of tries) {
        try {
          await start(next, message);
          const { label } = store.getState();
          const { step } = core.training.getState();
          core.messages.note(
            `${message} Work goes on from step ${formatCount(step)} on ${label}.`,
            {
              topic: 'engine',
            },
          );
          return;
        } catch (error) {
          trouble = error;
        }
      }
      failed(message, sentence(trouble), wasTraining);
    });
    if (wasTraining && store.getState().status === 'ready') void training.run();
  }

  return recover;
}
