import { useEffect, useState, type ReactNode } from 'react';
import type { View } from '../../view/view';
import { sentence } from '../../session/core/messages';
import { useView } from '../kit/session-context';
import { rest } from './parts';
import styles from './app.module.css';

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

const isText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, [contenteditable]');

/** What was dropped or pasted is asked of the event while it lasts; what becomes of it is told by a script of the rest. */
function take(view: View, given: DataTransfer): void {
  const files = [...given.files];
  const entries = [...given.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const taking = rest().then(async ({ filesOf, takeFiles }) =>
    takeFiles(view, await filesOf(entries, files)),
  );
  void taking.catch((error: unknown) => {
    view.session.messages.error(sentence(error), { topic: 'drop' });
  });
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
      if (event.dataTransfer) take(view, event.dataTransfer);
    };
    const paste = ({ clipboardData, target }: ClipboardEvent) => {
      if (clipboardData?.files.length && !isText(target)) take(view, clipboardData);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [view]);
  return (
    <>
      {children}
      {over && (
        <div className={styles.drop} aria-hidden>
          Drop a model (.safetensors, .nir), a picture or a folder of them, data (IDX, CSV, NumPy)
          or a lesson (.json)
        </div>
      )}
    </>
  );
}
