import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Run } from '../../session/runs/runs';
import type { Runs } from '../../session/runs/runs-keeper';
import { mount, tidy } from '../kit/mount.test-data';
import { RunName } from './run-name';

afterEach(tidy);

test('Enter keeps a name, but not the Enter that chooses a character of an input method', async () => {
  const rename = vi.fn<Runs['rename']>();
  const run = { id: 7, name: 'first' } as Run;
  await mount(<RunName run={run} runs={{ rename } as unknown as Runs} />);
  const field = page.getByLabelText('Name of this run');
  await field.fill('手');
  const enter = (init: KeyboardEventInit) =>
    field
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }));
  enter({ isComposing: true });
  // Safari's, after the composition has ended.
  enter({ keyCode: 229 });
  expect(rename).not.toHaveBeenCalled();
  enter({});
  expect(rename).toHaveBeenCalledExactlyOnceWith(7, '手');
});
