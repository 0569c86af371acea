/** Saving for other simulators: what the file cannot say of the network is said before. */
import { unsaid } from '../../files/nir/unsaid';
import { networkName } from '../../model/network';
import { closeDialog } from '../../view/dialogs';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { saveModel } from '../kit/save-model';
import { useSession, useStoreOf } from '../kit/session-context';
import sheet from '../kit/sheet.module.css';
import { Words } from '../kit/words';

export default function NirDialog() {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  return (
    <Dialog open onOpenChange={closeDialog} title="Save for other simulators (NIR)">
      <p className={sheet.soft}>
        <Words>
          {`The network ${networkName(spec)} as a .nir file, which Norse, snnTorch, Sinabs, Nengo and others read, and which opens here unchanged. Every neuron fires as here; the file cannot say to them:`}
        </Words>
      </p>
      <ul data-testid="nir-unsaid">
        {unsaid(spec).map((sentence) => (
          <li key={sentence}>
            <Words>{sentence}</Words>
          </li>
        ))}
      </ul>
      <p className={sheet.soft}>The state of the training is left out: Save keeps it.</p>
      <Button
        kind="filled"
        data-testid="nir-save"
        onClick={() => void saveModel(session, 'nir').then(closeDialog)}
      >
        Save as NIR
      </Button>
    </Dialog>
  );
}
