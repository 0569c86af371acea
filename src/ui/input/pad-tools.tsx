import { Redo2, Trash2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../kit/button';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './input.module.css';

interface ToolsProps {
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onClear: () => void;
  /** More of them. */
  children?: ReactNode;
}

/** Taking back what was done by hand. */
export function Tools({ canUndo, canRedo, onUndo, onRedo, onClear, children }: ToolsProps) {
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
      {children}
      <Button data-testid="clear-drawing" title="Clear (c)" onClick={onClear}>
        <Trash2 size={14} aria-hidden />
        <span>Clear</span>
      </Button>
    </div>
  );
}

/** Of what the network looks at: strokes, or where its point was. @param pictures what puts a picture there */
export function PadTools({ pictures }: { pictures?: ReactNode }) {
  const { stimulus } = useSession();
  const canUndo = useStoreOf(
    stimulus.store,
    ({ kind, strokes, past, picture }) =>
      past.length > 0 || (kind === 'sample' && strokes.length > 0) || picture !== null,
  );
  const canRedo = useStoreOf(
    stimulus.store,
    ({ future, kind }) => future.length > 0 && kind === 'drawing',
  );
  return (
    <Tools
      canUndo={canUndo}
      canRedo={canRedo}
      onUndo={() => stimulus.undo()}
      onRedo={() => stimulus.redo()}
      onClear={() => stimulus.clear()}
    >
      {pictures}
    </Tools>
  );
}
