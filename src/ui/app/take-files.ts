/** What is dropped or pasted anywhere on the page: those files that can be used are used, even where others among them cannot. */
import { sortFiles } from '../../data/sort-files';
import { takePictures, type PathFile } from '../../view/take-pictures';
import type { View } from '../../view/view';
import { dismissLesson, openLessonFile } from './learn';

/** Bytes of the largest file that is looked into for a lesson. */
const MOST = 1e6;
/** A folder of more files is not looked through for lessons. */
const FEW = 20;

/** By its name, or by what it says: mail and editors give lessons other names. */
async function isLesson(file: File): Promise<boolean> {
  if (/\.json$/i.test(file.name)) return true;
  if (file.size > MOST) return false;
  const text = await file.text().catch(() => '');
  return /^\s*\{/.test(text) && text.includes('"mtSpikeLesson"');
}

export async function takeFiles(view: View, dropped: readonly PathFile[]): Promise<void> {
  const { session } = view;
  const given = dropped.map(({ file }) => file);
  const lessons =
    given.length <= FEW ? await Promise.all(given.map(isLesson)) : given.map(() => false);
  const lesson = given.findLast((_, i) => lessons[i]);
  if (lesson) void openLessonFile(view, lesson);
  else if (view.store.getState().learning) void dismissLesson(view);
  const files = given.filter((_, i) => !lessons[i]);
  const { model, data, pictures, refused } = await sortFiles(files);
  session.messages.settle('picture');
  session.messages.settleFiles();
  // What else lies in a folder of pictures is nobody's question.
  const isFolder = dropped.some(({ path }) => path.includes('/'));
  if (refused.length > 0 && !(isFolder && pictures.length > 0))
    session.messages.error(refused.slice(0, 3).join(' '), { topic: 'drop' });
  if (model) void session.network.load(model, model.name);
  if (Object.keys(data).length > 0) void session.data.loadFiles(data);
  else if (pictures.length > 0) {
    const chosen = new Set(pictures);
    void takePictures(
      session,
      dropped.filter(({ file }) => chosen.has(file)),
    );
  }
}

/**
 * The files of what was dropped, those in folders too.
 * @param entries asked of the event while it lasts
 * @param files the event's own, for browsers that know no entries
 */
export async function filesOf(
  entries: readonly (FileSystemEntry | null)[],
  files: readonly File[],
): Promise<PathFile[]> {
  if (!entries.some((entry) => entry?.isDirectory))
    return files.map((file) => ({ path: file.name, file }));
  const found: PathFile[] = [];
  for (const entry of entries) if (entry) found.push(...(await inside(entry, '')));
  return found;
}

async function inside(entry: FileSystemEntry, folder: string): Promise<PathFile[]> {
  const path = folder + entry.name;
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => {
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null));
    });
    return file ? [{ path, file }] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: PathFile[] = [];
  for (;;) {
    // A hundred at a time, until there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) return found;
    for (const next of some) found.push(...(await inside(next, `${path}/`)));
  }
}
