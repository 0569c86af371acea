import { describe, expect, it } from 'vitest';
import { sortFiles } from './sort-files';

const file = (name: string) => new File([], name);

describe('sortFiles', () => {
  it('knows the four files of MNIST by their names, packed or not', () => {
    const names = {
      trainImages: 'train-images-idx3-ubyte.gz',
      trainLabels: 'train-labels.idx1-ubyte',
      testImages: 't10k-images-idx3-ubyte',
      testLabels: 't10k-labels-idx1-ubyte.gz',
    };
    const { data, model, unknown } = sortFiles(Object.values(names).map(file));
    expect(Object.fromEntries(Object.entries(data).map(([k, f]) => [k, f.name]))).toEqual(names);
    expect(model).toBeNull();
    expect(unknown).toEqual([]);
  });

  it('takes a model file by its ending and names what it cannot use', () => {
    const { model, data, unknown } = sortFiles([file('Mine.SafeTensors'), file('holiday.jpg')]);
    expect(model?.name).toBe('Mine.SafeTensors');
    expect(data).toEqual({});
    expect(unknown).toEqual(['holiday.jpg']);
  });
});
