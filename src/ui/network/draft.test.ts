import { describe, expect, it } from 'vitest';
import type { ImageSet } from '../../data/image-set';
import { DEFAULT_NETWORK, networkName, type NetworkSpec } from '../../model/network';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import {
  checkDraft,
  draftCost,
  fitted,
  withConvolutions,
  withHiddenLayers,
  type Draft,
} from './draft';

const base: Draft = { spec: DEFAULT_NETWORK, settings: DEFAULT_TRAINING };
const trained = (patch: Partial<TrainingSettings>): Draft => ({
  ...base,
  settings: { ...base.settings, ...patch },
});
const edited = (patch: Partial<NetworkSpec>) => ({ ...base, spec: { ...base.spec, ...patch } });

function errorOf(draft: Draft) {
  const checked = checkDraft(draft);
  return 'error' in checked ? checked.error : null;
}

describe('a draft', () => {
  it('places each error at its control, in words of the page', () => {
    expect(errorOf(base)).toBeNull();
    expect(errorOf(edited({ layers: [64, 2000, 10] }))?.field).toBe('layer 1');
    expect(errorOf(edited({ layers: [1, 1, 1, 1, 10] }))?.field).toBe('layers');
    expect(errorOf(edited({ threshold: 0 }))).toEqual({
      field: 'threshold',
      message: 'The threshold must be greater than 0.',
    });
    const kernel = errorOf(edited({ coding: { kernel: 9, stride: 1, train: 'latency' } }));
    expect(kernel).toEqual({
      field: 'kernel',
      message: 'The patch size k is 9, but must be from 1 to 8.',
    });
    const stride = errorOf(edited({ coding: { kernel: 2, stride: 3, train: 'latency' } }));
    expect(stride?.field).toBe('stride');
    expect(errorOf(trained({ seed: 1.5 }))?.field).toBe('seed');
    expect(errorOf(trained({ batch: 0 }))).toEqual({
      field: 'batch',
      message: 'Batch must be from 1 to 1,024.',
    });
  });

  it('speaks of convolutions as the editor names them', () => {
    const of = (...convolutions: NonNullable<NetworkSpec['convolutions']>) =>
      errorOf(edited({ convolutions }));
    const shape = { channels: 4, kernel: 5, stride: 2 };
    expect(of(shape)).toBeNull();
    expect(of({ ...shape, channels: 129 })).toEqual({
      field: 'conv 0 channels',
      message: 'The number of channels of conv 1 is 129, but must be from 1 to 128.',
    });
    expect(of(shape, { ...shape, stride: 6 })?.field).toBe('conv 1 stride');
    expect(of({ ...shape, kernel: 1.5 })?.message).toBe(
      'The kernel of conv 1 must be a whole number.',
    );
    expect(of({ channels: 64, kernel: 2, stride: 1 })).toMatchObject({
      field: 'conv 0 channels',
      message: expect.stringMatching(/^Conv 1 has 27 x 27 x 64 = 46656 neurons/),
    });
    const deep = { ...base.spec, convolutions: [shape, shape], layers: [9, 9, 9, 10] };
    expect(errorOf({ ...base, spec: deep })).toEqual({
      field: 'layers',
      message: 'A network has at most 4 hidden layers, but these are 5.',
    });
  });

  it('adds convolutions that fit, and takes them away without a trace', () => {
    const one = withConvolutions(base.spec, 1);
    const two = withConvolutions(one, 2);
    expect(networkName(two)).toBe('784-16c5s2-32c3s2-128-10');
    expect(withConvolutions(two, 1)).toEqual(one);
    expect(withConvolutions(two, 0)).toEqual(base.spec);
    expect(draftCost(base, { ...base, spec: one })).toBe('new network');
    const tiny = { ...base.spec, input: { width: 3, height: 2, cut: 0.1 } };
    expect(checkDraft({ ...base, spec: withConvolutions(tiny, 2) })).toHaveProperty('spec');
  });

  it('knows what applying costs', () => {
    expect(draftCost(base, base)).toBe('none');
    expect(draftCost(base, edited({ deadline: 2 }))).toBe('keeps weights');
    expect(draftCost(base, trained({ optimizer: 'sgd' }))).toBe('keeps weights');
    expect(draftCost(base, edited({ layers: [64, 10] }))).toBe('new network');
    expect(draftCost(base, trained({ seed: 2 }))).toBe('new network');
  });

  it('adds hidden layers as large as the last, and takes the last ones away', () => {
    expect(withHiddenLayers([10], 2)).toEqual([128, 128, 10]);
    expect(withHiddenLayers([64, 10], 3)).toEqual([64, 64, 64, 10]);
    expect(withHiddenLayers([64, 32, 10], 1)).toEqual([64, 10]);
    expect(withHiddenLayers([64, 32, 10], 0)).toEqual([10]);
  });

  it('fits itself to a data set', () => {
    const set = { width: 3, height: 8, classes: 26 } as ImageSet;
    const spec = edited({ coding: { kernel: 4, stride: 4, train: 'phase' } }).spec;
    expect(fitted(spec, set)).toMatchObject({
      input: { width: 3, height: 8, cut: 0.1 },
      coding: { kernel: 3, stride: 3, train: 'phase' },
      layers: [128, 26],
    });
    expect(fitted(DEFAULT_NETWORK, { width: 28, height: 28, classes: 10 } as ImageSet)).toBeNull();
    expect(fitted(DEFAULT_NETWORK, null)).toBeNull();
  });
});
