import { expect, it } from 'vitest';
import { createCore } from './core';

it('says what went wrong until the same succeeds', async () => {
  const core = createCore({
    choice: 'cpu',
    startEngine: () => Promise.reject(new Error('none')),
    loadMnist: () => Promise.reject(new Error('none')),
    loadShipped: () => Promise.reject(new Error('none')),
    listShipped: () => Promise.resolve([]),
    now: () => 0,
  });
  const said = () => core.messages.store.getState().messages.map((m) => m.text);
  const fail = (text: string) => () => Promise.reject(new Error(text));
  await core.guarded(fail('The file is none.'), 'data');
  await core.guarded(fail('The step failed.'), 'training');
  core.messages.note('Files go here.', { topic: 'help' });
  await core.guarded(async () => undefined, 'network');
  expect(said()).toEqual(['The file is none.', 'The step failed.', 'Files go here.']);
  // What is found out while it succeeds stays.
  await core.guarded(async () => {
    core.messages.error('The labels do not fit.', { topic: 'data' });
  }, 'data');
  expect(said()).toEqual(['The step failed.', 'Files go here.', 'The labels do not fit.']);
  await core.guarded(async () => undefined, 'data');
  await core.guarded(async () => undefined, 'training');
  expect(said()).toEqual(['Files go here.']);
});
