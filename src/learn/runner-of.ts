/** The one runner of a page's view: panels come and go with the width of the window, the lesson stays. */
import type { View } from '../view/view';
import { createOwnLessons } from './own';
import { createProgress, type ProgressPort } from './progress';
import { createRunner } from './runner';

/** Where progress is kept; the page says where. */
let port: ProgressPort = { read: () => null, write: () => undefined };

export function keepProgressIn(place: ProgressPort): void {
  port = place;
}

function make(view: View) {
  const progress = createProgress(port, () =>
    view.session.messages.note(
      'This browser keeps nothing for this page: lessons go on, but which of them are done is forgotten when the page is closed.',
      { topic: 'lessons' },
    ),
  );
  const runner = createRunner(view, progress, () => Date.now());
  return { view, progress, runner, own: createOwnLessons(runner) };
}

let made: ReturnType<typeof make> | null = null;

export function learningOf(view: View) {
  if (made?.view !== view) made = make(view);
  return made;
}
