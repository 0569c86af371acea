import { ChevronDown, Library } from 'lucide-react';
import { useId } from 'react';
import { openDialog } from '../../view/dialogs';
import { Button, IconButton } from '../kit/button';
import { saveModel } from '../kit/save-model';
import { useSession } from '../kit/session-context';
import hidden from '../kit/visually-hidden.module.css';
import styles from './header.module.css';

/** Models in and out, as .safetensors and, for other simulators, as .nir. */
export function ModelFiles() {
  const session = useSession();
  const id = useId();
  return (
    <>
      <Button
        kind="quiet"
        data-testid="models"
        aria-haspopup="dialog"
        aria-label="Models"
        title="Trained models, ready to be loaded"
        onClick={() => openDialog('models')}
      >
        <Library size={15} aria-hidden />
        <span className={styles.wideOnly}>Models</span>
      </Button>
      <span className={styles.file}>
        <label htmlFor={id}>Open</label>
        <input
          id={id}
          type="file"
          accept=".safetensors,.nir"
          data-testid="model-load"
          className={hidden.hidden}
          title="Open a model file (.safetensors, or .nir of other simulators)"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Emptied, or choosing the same file again would be no change and fire no event.
            event.target.value = '';
            if (!file) return;
            session.messages.settleFiles();
            void session.network.load(file, file.name);
          }}
        />
      </span>
      <Button
        kind="quiet"
        data-testid="model-save"
        title="Save the model with its weights (.safetensors)"
        onClick={() => void saveModel(session)}
      >
        Save
      </Button>
      <IconButton
        label="Save for other simulators (NIR)"
        data-testid="model-save-nir"
        aria-haspopup="dialog"
        onClick={() => openDialog('nir')}
      >
        <ChevronDown size={14} aria-hidden />
      </IconButton>
    </>
  );
}
