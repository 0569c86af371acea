import { Redo2, Trash2, Undo2 } from 'lucide-react';
import { Button } from '../kit/button';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './input.module.css';

interface ToolsProps {
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onClear: () => void;
}

/** Taking back what was done by hand. */
export function Tools({ canUndo, canRedo, onUndo, onRedo, onClear }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <Button
        kind="quiet"
        data-testid="undo-drawing"
        disabled={!canUndo}
        title="Undo (z)"
        onClick={onUndo}
      >
        <Undo2 size={14} aria-hidden />
        <span>Undo</span>
      </Button>
      <Button kind="quiet" disabled={!canRedo} title="Redo (shift z)" onClick={onRedo}>
        <Redo2 size={14} aria-hidden />
        <span>Redo</span>
      </Button>
      <Button data-testid="clear-drawing" title="Clear (c)" onClick={onClear}>
        <Trash2 size={14} aria-hidden />
        <span>Clear</span>
      </Button>
    </div>
  );
}

/** Of what the network looks at: strokes, or where its point was. */
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
    <Tools
      canUndo={canUndo}
      canRedo={canRedo}
      onUndo={() => stimulus.undo()}
      onRedo={() => stimulus.redo()}
      onClear={() => stimulus.clear()}
    />
  );
}
