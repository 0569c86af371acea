import { Redo2, Trash2, Undo2 } from 'lucide-react';
import { Button } from '../kit/button';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './input.module.css';

export function PadTools() {
  const { stimulus } = useSession();
  const canUndo = useStoreOf(
    stimulus.store,
    ({ strokes, cleared }) => strokes.length > 0 || cleared !== null,
  );
  const canRedo = useStoreOf(
    stimulus.store,
    ({ undone, kind }) => undone.length > 0 && kind === 'drawing',
  );
  return (
    <div className={styles.tools}>
      <Button kind="quiet" disabled={!canUndo} title="Undo (z)" onClick={() => stimulus.undo()}>
        <Undo2 size={14} aria-hidden />
        <span>Undo</span>
      </Button>
      <Button
        kind="quiet"
        disabled={!canRedo}
        title="Redo (shift z)"
        onClick={() => stimulus.redo()}
      >
        <Redo2 size={14} aria-hidden />
        <span>Redo</span>
      </Button>
      <Button data-testid="clear-drawing" title="Clear (c)" onClick={() => stimulus.clear()}>
        <Trash2 size={14} aria-hidden />
        <span>Clear</span>
      </Button>
    </div>
  );
}
