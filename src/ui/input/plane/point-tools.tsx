import { ownEditorOf } from '../../../view/plane/own-editor';
import { useStoreOf, useView } from '../../kit/session-context';
import { PadTools, Tools } from '../pad-tools';

/** Takes back what a press on the plane does: points laid, or where the network's point was. */
export function PointTools() {
  const own = ownEditorOf(useView());
  const { pen, past, future } = useStoreOf(own.store);
  if (pen === null) return <PadTools />;
  return (
    <Tools
      canUndo={past.length > 0}
      canRedo={future.length > 0}
      onUndo={own.undo}
      onRedo={own.redo}
      onClear={own.clear}
    />
  );
}
