/** A view of a session on the reference engine, for tests; 8 x 8 pixels, three classes. */
import { testSession } from '../session/session.test-data';
import { createView } from './create-view';
import type { View } from './view';

export function testView(overrides: Parameters<typeof testSession>[0] = {}): {
  session: ReturnType<typeof testSession>;
  view: View;
} {
  const session = testSession(overrides);
  return { session, view: createView(session) };
}
