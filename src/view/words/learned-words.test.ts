import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { readModel } from '../../files/model-file';
import { namedSettings } from '../../files/named-settings';
import { DEFAULT_TRAINING } from '../../model/training';
import { langStore } from '../../words/lang/lang';
import { learnedWords } from './learned-words';

afterEach(() => langStore.setState({ lang: 'en' }));

const { metadata } = readModel(
  new Uint8Array(readFileSync('public/models/784-128-10.safetensors')),
);
const learned = namedSettings(metadata);

test('the shipped model says that it was trained otherwise than a run would begin', () => {
  expect(learnedWords(learned, DEFAULT_TRAINING)?.sentence).toBe(
    'Trained with: cross-entropy, 60 epochs, distorted, learning rate 0.001, temperature 0.02. ' +
      'Run starts with the settings below.',
  );
  langStore.setState({ lang: 'de' });
  expect(learnedWords(learned, DEFAULT_TRAINING)?.sentence).toMatch(
    /^Trainiert mit: cross-entropy, 60 Epochen, verzerrt, /,
  );
});

test('nothing is said where nothing differs, or nothing is known', () => {
  expect(learnedWords(learned, { ...DEFAULT_TRAINING, ...learned })).toBeNull();
  expect(learnedWords({}, DEFAULT_TRAINING)).toBeNull();
  // A margin that the loss does not use is no difference.
  const { margin: _, ...rest } = learned;
  expect(learnedWords(learned, { ...DEFAULT_TRAINING, ...rest, margin: 0.3 })).toBeNull();
});
