import { expect, it } from 'vitest';
import { casesOf, NETWORK_ENDS, TRAINING_ENDS } from '../model/ranges.test-data';
import { DESCRIPTION } from './described';
import { UsageError } from './errors';
import { parseOptions } from './options';
import { TRAIN } from './tables';

const nameOf = (key: string) => (key === 'learningRate' ? 'learning-rate' : key);

it.each(casesOf({ ...TRAINING_ENDS, ...NETWORK_ENDS }))(
  'train with %s %d: taken %s',
  (key, value, ok) => {
    const parse = () => parseOptions('train', TRAIN, ['--out=m', `--${nameOf(key)}=${value}`]);
    if (ok) expect(parse()).toMatchObject({ [nameOf(key)]: value });
    else expect(parse).toThrow(UsageError);
  },
);

it.each(casesOf(NETWORK_ENDS))('weights described with %s %d: taken %s', (key, value, ok) => {
  const parse = () => parseOptions('classify', DESCRIPTION, [`--${key}=${value}`]);
  if (ok) expect(parse()).toMatchObject({ [key]: value });
  else expect(parse).toThrow(UsageError);
});
