import { expect, it } from 'vitest';
import { createGuarding } from './guarded';
import { createMessages } from './messages';

it('says what went wrong until the same succeeds', async () => {
  const messages = createMessages();
  const { guarded } = createGuarding(messages);
  const said = () => messages.store.getState().messages.map((m) => m.text);
  const fail = (text: string) => () => Promise.reject(new Error(text));
  await guarded(fail('The file is none.'), 'data');
  await guarded(fail('The step failed.'), 'training');
  messages.note('Files go here.', { topic: 'help' });
  await guarded(async () => undefined, 'network');
  expect(said()).toEqual(['The file is none.', 'The step failed.', 'Files go here.']);
  // What is found out while it succeeds stays.
  await guarded(async () => {
    messages.error('The labels do not fit.', { topic: 'data' });
  }, 'data');
  expect(said()).toEqual(['The step failed.', 'Files go here.', 'The labels do not fit.']);
  await guarded(async () => undefined, 'data');
  await guarded(async () => undefined, 'training');
  expect(said()).toEqual(['Files go here.']);
});
