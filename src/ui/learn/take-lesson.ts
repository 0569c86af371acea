/** Own lessons from where people have them: a file, or the address that a link names. */
import { fetchLesson, lessonFileOf } from '../../learn/authoring/fetch-lesson';
import { lessonText } from '../../learn/authoring/read-lesson';
import { learningOf } from '../../learn/runner-of';
import type { View } from '../../view/view';

export function takeLessonFile(view: View, file: File): Promise<void> {
  view.store.setState({ learning: true });
  return learningOf(view).own.take(file.name, () => lessonText(file));
}

export const dismissLesson = (view: View): void => learningOf(view).own.dismiss();

let taken: string | null = null;

/** The lesson of the page's own address, once; it is opened when the page is what its link says. */
export async function takeLinkedLesson(view: View): Promise<void> {
  const address = lessonFileOf(location.search);
  if (address === null || address === taken) return;
  taken = address;
  await view.session.ready;
  const name = address.replace(/[?#].*$/, '').replace(/^.*\//, '') || address;
  await learningOf(view).own.take(name, () => fetchLesson(address, document.baseURI), 'follow');
}
