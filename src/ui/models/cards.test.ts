import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readModel } from '../../files/model-file';
import { readCards } from '../../files/shipped-models';
import { codingName } from '../../view/words/coding-name';

it.each(readCards(readFileSync('public/models/index.json', 'utf8')))(
  'the card of $name names its coding as the page does',
  ({ name, coding }) => {
    const file = new Uint8Array(readFileSync(`public/models/${name}.safetensors`));
    expect(coding).toBe(codingName(readModel(file).spec));
  },
);
