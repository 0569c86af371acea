/** A lesson that a link names: `?lesson-file=URL`, on this server or on one that allows it (CORS). */
import { LessonError } from './problems';
import { lessonText } from './read-lesson';

/** The file that a query names; null where it names none. */
export const lessonFileOf = (search: string): string | null =>
  new URLSearchParams(search).get('lesson-file');

/**
 * @param base where the page lies
 * @throws LessonError
 */
export async function fetchLesson(address: string, base: string): Promise<string> {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new LessonError(['What the link names as lesson-file is no address.']);
  }
  if (!/^https?:$/.test(url.protocol))
    throw new LessonError([
      'A lesson file is fetched by http or https, and this address is of another kind.',
    ]);
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(
    () => null,
  );
  if (!response)
    throw new LessonError([
      `${url.host} did not answer, or does not allow this page to read the file (it has to send Access-Control-Allow-Origin): download the file and drop it onto the page.`,
    ]);
  if (!response.ok)
    throw new LessonError([
      `${url.host} has no such file (it answers ${response.status}): look at the address in the link.`,
    ]);
  return lessonText(await response.blob());
}
