/** The training, the network that it trains, and the data. */
import { networkName, TRAIN_CODES } from '../../model/network';
import { isTraining } from '../../session/training/training-state';
import { count, number, oneOf, optional, share, text, whole } from '../args';
import { condition, within } from './row';

export const TRAINING = {
  trained: condition({
    says: 'The run has made `least` to `most` training steps; `since` "step" counts from when the lesson’s step began.',
    args: {
      least: optional(count),
      most: optional(count),
      since: optional(oneOf(['step'])),
    },
    holds({ least = 1, most, since }, { view, began }) {
      const { step } = view.session.training.store.getState();
      // After a reset the count begins anew.
      const before = since === 'step' && step >= began.trained ? began.trained : 0;
      return within(step - before, least, most);
    },
  }),
  'trained-epochs': condition({
    says: 'The run has made at least so many epochs.',
    args: { least: number(0, 1e6) },
    holds({ least }, { view }) {
      const { step, epochSteps } = view.session.training.store.getState();
      return epochSteps > 0 && step >= least * epochSteps;
    },
  }),
  reset: condition({
    says: 'The weights are new: no training step has been made with them.',
    args: {},
    holds(_, { view }) {
      const { origin } = view.session.network.store.getState();
      return origin.kind === 'new' && view.session.training.store.getState().step === 0;
    },
  }),
  running: condition({
    says: 'Training is under way.',
    args: {},
    once: true,
    holds: (_, { view }) => isTraining(view.session.training.store.getState().status),
  }),
  'run-over': condition({
    says: 'Training is over or paused.',
    args: {},
    holds(_, { view }) {
      const { status, step } = view.session.training.store.getState();
      return step > 0 && (status === 'paused' || status === 'finished');
    },
  }),
  accuracy: condition({
    says: 'The accuracy, from 0 to 1, is at least so much: on the test images, or on the training images of the newest step.',
    args: { least: share, on: optional(oneOf(['test', 'train'])) },
    holds({ least, on = 'test' }, { view }) {
      const { testAccuracy, curve } = view.session.training.store.getState();
      const { evaluation } = view.session.network.store.getState();
      const seen =
        on === 'train' ? curve.at(-1)?.accuracy : (testAccuracy ?? evaluation?.accuracy ?? null);
      return within(seen, least);
    },
  }),
  'slow-motion': condition({
    says: 'Slow motion is open; with `phase` "after": the step was made, and what it changed was shown.',
    args: { phase: optional(oneOf(['open', 'after'])) },
    once: true,
    holds({ phase = 'open' }, { view }) {
      const { phases, after } = view.session.slow.store.getState();
      return phase === 'after' ? after !== null : phases !== null;
    },
  }),
  epochs: condition({
    says: 'The training is set to so many epochs.',
    args: { value: number(0, 1e6) },
    holds: ({ value }, { view }) =>
      view.session.training.store.getState().settings.epochs === value,
  }),
  network: condition({
    says: 'The network has this name, such as "784-128-10"; `kernel` and `train` say how pixels become spike trains.',
    args: {
      name: optional(text(80)),
      kernel: optional(whole(1, 28)),
      train: optional(oneOf(TRAIN_CODES)),
    },
    holds({ name, kernel, train }, { view }) {
      const { spec } = view.session.network.store.getState();
      return (
        (name === undefined || networkName(spec) === name) &&
        (kernel === undefined || spec.coding.kernel === kernel) &&
        (train === undefined || spec.coding.train === train)
      );
    },
  }),
  weights: condition({
    says: 'The weights are those of this shipped model, as it comes.',
    args: { name: text(64) },
    holds({ name }, { view }) {
      const { origin } = view.session.network.store.getState();
      return (
        origin.kind === 'shipped' &&
        origin.name === name &&
        view.session.training.store.getState().step === 0
      );
    },
  }),
  data: condition({
    says: 'The data set is "MNIST", or points of this name, such as "yinyang".',
    args: { name: text(80) },
    holds({ name }, { view }) {
      const { id, points } = view.session.data.store.getState();
      return points ? points.set === name : id === name;
    },
  }),
};
