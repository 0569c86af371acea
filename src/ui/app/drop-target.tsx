import { useEffect, useState, type ReactNode } from 'react';
import type { View } from '../../view/view';
import { sortChosen } from '../kit/sort-chosen';
import { useView } from '../kit/session-context';
import { dismissLesson, openLessonFile } from './learn';
import styles from './app.module.css';

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** Bytes of the largest file that is looked into for a lesson. */
const MOST = 1e6;

/** By its name, or by what it says: mail and editors give lessons other names. */
async function isLesson(file: File): Promise<boolean> {
  if (/\.json$/i.test(file.name)) return true;
  if (file.size > MOST) return false;
  const text = await file.text().catch(() => '');
  return /^\s*\{/.test(text) && text.includes('"mtSpikeLesson"');
}

/** Takes files that are dropped anywhere on the page: those that can be used are used, even where others among them cannot. */
export async function takeFiles(view: View, dropped: readonly File[]): Promise<void> {
  const { session } = view;
  const lessons = await Promise.all(dropped.map(isLesson));
  const lesson = dropped.findLast((_, i) => lessons[i]);
  if (lesson) void openLessonFile(view, lesson);
  else if (view.store.getState().learning) void dismissLesson(view);
  const files = dropped.filter((_, i) => !lessons[i]);
  const { model, data, refused } = await sortChosen(files);
  session.messages.settle('drop');
  if (refused.length > 0) session.messages.error(refused.join(' '), { topic: 'drop' });
  if (model) void session.network.load(model, model.name);
  if (Object.keys(data).length > 0) void session.data.loadFiles(data);
}

export function DropTarget({ children }: { children: ReactNode }) {
  const view = useView();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // dragenter and dragleave fire for every element the pointer crosses: only their difference tells whether it is still over the page.
    let depth = 0;
    const move = (by: number) => (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const enter = move(1);
    const leave = move(-1);
    const allow = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void takeFiles(view, [...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [view]);
  return (
    <>
      {children}
      {over && (
        <div className={styles.drop} aria-hidden>
          Drop a model (.safetensors, .nir), data (IDX, CSV, NumPy) or a lesson (.json)
        </div>
      )}
    </>
  );
}
