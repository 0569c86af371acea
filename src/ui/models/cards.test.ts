import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readModel } from '../../files/model-file';
import { readZoo } from '../../files/zoo';
import { codingName } from '../header/network-chip';

it.each(readZoo(readFileSync('public/models/index.json', 'utf8')))(
  'the card of $name names its coding as the page does',
  ({ name, coding }) => {
    const file = new Uint8Array(readFileSync(`public/models/${name}.safetensors`));
    expect(coding).toBe(codingName(readModel(file).spec));
  },
);
