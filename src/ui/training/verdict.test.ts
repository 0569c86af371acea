import { describe, expect, it } from 'vitest';
import { ABSENT, type PartState } from '../../session/data/data-state';
import { DEFAULT_NETWORK } from '../../model/network';
import { DEFAULT_TRAINING } from '../../model/training';
import type { TrainingState } from '../../session/training/training-state';
import { diagnose, verdict } from './verdict';

const point = {
  step: 500,
  steps: 10,
  loss: 0.1,
  accuracy: 0.9,
  spikes: [130, 70, 9],
  decisionTime: 1.2,
};
const training: TrainingState = {
  status: 'idle',
  settings: DEFAULT_TRAINING,
  step: 0,
  plannedSteps: 2814,
  epochSteps: 938,
  imagesPerSecond: null,
  curve: [],
  tests: [],
  norms: [],
  testAccuracy: null,
  end: null,
};
const shipped = { spec: DEFAULT_NETWORK, origin: { kind: 'shipped', name: '784-128-10' } } as const;
const fresh = { spec: DEFAULT_NETWORK, origin: { kind: 'new', name: '784-128-10' } } as const;
const ready = { status: 'ready', progress: 1, set: null } as const;
const data = {
  id: 'MNIST',
  name: 'MNIST',
  heldOut: false,
  points: null,
  own: null,
  test: ready,
  train: ready,
};

describe('verdict', () => {
  it('says that shipped weights are trained, and offers the reset', () => {
    const { text, remedy } = verdict(training, shipped, data);
    expect(text).toMatch(/trained already.*Reset starts from new weights/);
    expect(remedy).toBe('reset');
  });

  it('has room in its two lines, also while the images load', () => {
    const wide = 47;
    for (const network of [shipped, fresh]) {
      for (const status of ['loading', 'coming', 'ready'] as const) {
        const { text } = verdict(training, network, { ...data, train: { ...ready, status } });
        expect(text.length).toBeLessThanOrEqual(2 * wide + 4);
      }
    }
  });

  it('names the seed of new weights', () => {
    expect(verdict(training, fresh, data).text).toContain('seed 1');
  });

  it('says how far the training images are', () => {
    const train = { status: 'loading', progress: 0.62, set: null } as const;
    expect(verdict(training, shipped, { ...data, train }).text).toContain('62 %');
    const waiting = verdict({ ...training, status: 'waiting for data' }, shipped, {
      ...data,
      train,
    });
    expect(waiting.text).toBe('Training starts as soon as the training images are loaded (62 %).');
    // All bytes have come, the images are not decoded yet: the words do not stay at 100 %.
    const says = (part: Pick<PartState, 'status' | 'progress'>) =>
      verdict(training, shipped, { ...data, train: { ...part, set: null } }).text;
    expect(says({ status: 'loading', progress: 0.999 })).toContain('(99 %)');
    expect(says({ status: 'loading', progress: 1 })).toContain('(unpacking)');
    expect(says({ status: 'coming', progress: 0.3 })).toBe(
      'These weights are trained. Run begins with the training images that are there (30 %).',
    );
    const coming = { ...data, train: { status: 'coming', progress: 0.3, set: null } } as const;
    const running = { ...training, status: 'running', step: 40, plannedSteps: 9380 } as const;
    expect(verdict(running, fresh, coming).text).toBe(
      'It learns from the training images that are there; the others are on their way (30 %).',
    );
  });

  it('offers to load again what failed', () => {
    const train = { ...ABSENT, status: 'failed' } as const;
    expect(verdict(training, shipped, { ...data, train }).remedy).toBe('reload data');
  });

  it('tells a broken run from a stopped one', () => {
    const paused: TrainingState = { ...training, status: 'paused', step: 500, curve: [point] };
    expect(verdict({ ...paused, end: 'not-finite' }, fresh, data)).toMatchObject({
      tone: 'bad',
      text: expect.stringContaining('lower the learning rate, then reset'),
    });
    expect(verdict({ ...paused, end: 'stopped' }, fresh, data).tone).toBe('plain');
  });

  it('says what came out of a finished run', () => {
    const { text, tone } = verdict(
      { ...training, status: 'finished', step: 2814, end: 'plan', testAccuracy: 0.9712 },
      fresh,
      data,
    );
    expect(tone).toBe('good');
    expect(text).toBe(
      '3 epochs are done: it reads 97.12 % of the test images. Run goes on with more.',
    );
  });

  it('says which breakpoint was hit, and what is wrong where something is', () => {
    const paused = { ...training, status: 'paused' as const, step: 640, end: 'stopped' as const };
    const hit = { kind: 'flip' as const, step: 640, text: 'the answer flipped from 1 to 2' };
    expect(verdict(paused, fresh, data, hit).text).toBe(
      'Breakpoint at step 640: the answer flipped from 1 to 2. Run goes on from here.',
    );
    const silent = { ...paused, curve: [{ ...point, spikes: [130, 0.1, 3] }] };
    expect(verdict(silent, fresh, data, hit)).toMatchObject({ tone: 'bad', remedy: 'reset' });
    expect(verdict({ ...paused, status: 'running' }, fresh, data, hit).text).not.toMatch(/Break/);
  });
});

describe('diagnose', () => {
  it('finds nothing wrong with a network that learns, or has only begun', () => {
    expect(diagnose(point, [128, 10], training)).toBeNull();
    expect(diagnose({ ...point, step: 20, accuracy: 0.1 }, [128, 10], training)).toBeNull();
    expect(diagnose(undefined, [128, 10], training)).toBeNull();
  });

  it('names the first layer that is silent', () => {
    const two = { ...point, spikes: [130, 70, 0.2, 0] };
    expect(diagnose(two, [128, 64, 10], training)?.text).toMatch(/^Hidden layer 2 .*0\.2 of 64/);
    const output = { ...point, spikes: [130, 70, 0.1] };
    expect(diagnose(output, [128, 10], training)?.text).toMatch(/^The output neurons/);
  });

  it('tells guessing by the number of classes, and which way to turn the rate', () => {
    const guess = { ...point, accuracy: 0.11 };
    expect(diagnose(guess, [128, 10], training)?.text).toMatch(/A lower learning rate/);
    const slow = { settings: { ...DEFAULT_TRAINING, learningRate: 1e-5 } };
    expect(diagnose(guess, [128, 10], slow)?.text).toMatch(/A higher learning rate/);
    expect(diagnose({ ...guess, accuracy: 0.5 }, [128, 2], training)?.text).toMatch(
      /chance is 50 %/,
    );
  });

  it('says of own classes what their accuracy is of', () => {
    const done: TrainingState = { ...training, status: 'finished', step: 399, testAccuracy: 1 };
    const text = (more: Partial<typeof data>) => verdict(done, fresh, { ...data, ...more }).text;
    expect(text({})).toContain('it reads 100.00 % of the test images.');
    expect(text({ name: 'Taught' })).toContain(
      'of the drawings that it has learned from, which says little of new ones.',
    );
    expect(text({ name: 'Taught', heldOut: true })).toContain(
      'of the drawings that were kept out of training.',
    );
  });
});
