/** What the panel says in words about the run: where it stands, how it ended, and what helps when it fails. */
import { nounOf, type Noun } from '../../data/noun';
import type { Hit } from '../../session/training/breakpoints';
import { isUnderWay, progressWords, type DataState } from '../../session/data/data-state';
import { testedOf } from '../../session/data/tested';
import { layerSizes } from '../../model/network';
import type { NetworkState } from '../../session/network/network';
import type { CurvePoint } from '../../session/training/series';
import { accuracyAt } from '../../session/training/measured';
import { isTraining, type TrainingState } from '../../session/training/training-state';
import { cosineRate } from '../../model/optimizer';
import { formatCount as count, formatSmall, formatNumber, plural, verb } from '../../words/numbers';
import { percent } from '../../view/words/figures';

export interface Verdict {
  tone: 'plain' | 'good' | 'bad';
  text: string;
  /** A remedy that a button beside the sentence offers. */
  remedy?: 'reset' | 'reload data';
}

/** Steps after which an accuracy no better than chance is no longer put down to the run having just begun. */
const STUCK_AFTER = 300;
/** Mean spikes an image below which a layer counts as silent. */
const SILENT = 0.5;

/** Why the network cannot learn any more, in a sentence that names what helps; null where nothing speaks for it. */
export function diagnose(
  point: CurvePoint | undefined,
  layers: number[],
  training: Pick<TrainingState, 'settings'>,
  noun: Noun = nounOf(null),
): Verdict | null {
  if (!point) return null;
  const output = layers.length;
  for (let l = 1; l <= output; l++) {
    const spikes = point.spikes[l];
    if (spikes === undefined || spikes >= SILENT) continue;
    const who = l === output ? 'The output neurons have' : `Hidden layer ${l} has`;
    return {
      tone: 'bad',
      text:
        `${who} all but fallen silent (${formatNumber(spikes, 1)} of ${count(layers[l - 1]!)} spike ${noun.a}), so little is left to learn from. ` +
        'A lower learning rate, a lower threshold or a later deadline usually helps; then reset.',
      remedy: 'reset',
    };
  }
  const chance = 1 / layers[output - 1]!;
  if (point.step > STUCK_AFTER && point.accuracy < 1.5 * chance) {
    return {
      tone: 'bad',
      text:
        `After ${count(point.step)} steps it still guesses (${percent(point.accuracy, 0)}, chance is ${percent(chance, 0)}). ` +
        (training.settings.learningRate < 3e-4
          ? 'A higher learning rate usually helps.'
          : 'A lower learning rate, then a reset, usually helps.'),
      remedy: 'reset',
    };
  }
  return null;
}

function loading(train: DataState['train'], asked: boolean, { many }: Noun): Verdict | null {
  const { status } = train;
  if (status === 'failed') {
    return {
      tone: 'bad',
      text: `The training ${many} could not be loaded, so nothing can be trained yet.`,
      remedy: 'reload data',
    };
  }
  if (status === 'ready') return null;
  const how = isUnderWay(train) ? ` (${progressWords(train)})` : '';
  if (status === 'coming' && !asked) {
    return {
      tone: 'plain',
      text: `Run begins with the training ${many} that are there${how}.`,
    };
  }
  return {
    tone: 'plain',
    text: asked
      ? `Training starts as soon as the training ${many} are loaded${how}.`
      : `The training ${many} are loading${how}; Run waits for them.`,
  };
}

/** The sentence for the state the page is in. Empty where the figures say it all. */
export function verdict(
  training: TrainingState,
  network: Pick<NetworkState, 'spec' | 'origin'>,
  data: DataState,
  hit: Hit | null = null,
): Verdict {
  const { status, step, end, curve, settings, testAccuracy, plannedSteps } = training;
  const busy = isTraining(status);
  if (end === 'not-finite' && !busy) {
    return {
      tone: 'bad',
      text: 'Breakpoint: a weight was no longer finite: lower the learning rate, then reset.',
      remedy: 'reset',
    };
  }
  const noun = nounOf(network.spec.input);
  const wait = loading(data.train, status === 'waiting for data', noun);
  if (wait && (step === 0 || status === 'waiting for data')) {
    // Somebody who has not asked for training yet is told about the weights first.
    if (wait.tone === 'bad' || status === 'waiting for data') return wait;
  }
  const sick = diagnose(curve[curve.length - 1], layerSizes(network.spec).slice(1), training, noun);
  if (hit && !busy) {
    const stop = `Breakpoint at step ${count(hit.step)}: ${hit.text}.`;
    return sick
      ? { ...sick, text: `${stop} ${sick.text}` }
      : { tone: 'plain', text: `${stop} Run goes on from here.` };
  }
  if (sick && step > 0) return sick;
  if (status === 'finished') {
    // An accuracy measured at earlier weights is not the accuracy of the finished run.
    const read =
      testAccuracy === null || accuracyAt(training)?.old
        ? ''
        : `: it reads ${percent(testAccuracy)} of ${testedOf(data).of}`;
    return {
      tone: 'good',
      text: `${plural(settings.epochs, 'epoch')} ${verb(settings.epochs, 'is', 'are')} done${read}. Run goes on with more.`,
    };
  }
  if (status === 'pausing') return { tone: 'plain', text: 'Pauses after this step.' };
  if (step === 0 && !busy) {
    const { kind, name } = network.origin;
    if (kind === 'shipped' || kind === 'file') {
      return {
        tone: 'plain',
        // Two lines, here and below: what stands beneath keeps its place.
        text: wait
          ? `These weights are trained. ${wait.text}`
          : `These weights are trained${kind === 'file' ? ` (${name})` : ' already'}. Reset starts from new weights, so that you can watch it learn.`,
        remedy: 'reset',
      };
    }
    if (kind === 'new') {
      return {
        tone: 'plain',
        text: wait
          ? `New weights, seed ${settings.seed}. ${wait.text}`
          : `New weights, seed ${settings.seed}: they know nothing yet. Run and watch them learn.`,
      };
    }
  }
  if (busy && data.train.status === 'coming') {
    return {
      tone: 'plain',
      text: `It learns from the training ${noun.many} that are there; the others are on their way (${progressWords(data.train)}).`,
    };
  }
  if (busy && plannedSteps > 0) {
    const rate = formatSmall(cosineRate(settings.learningRate, step, plannedSteps));
    return {
      tone: 'plain',
      text: `The learning rate is now ${rate}; it falls to 0 by the end of the plan.`,
    };
  }
  if (end === 'stopped' && !busy) return { tone: 'plain', text: 'Paused; Run goes on from here.' };
  return { tone: 'plain', text: '' };
}
