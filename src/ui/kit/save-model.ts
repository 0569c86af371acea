import { sentence } from '../../session/core/messages';
import type { Session } from '../../session/session';
import { download } from './download';

/** Saves the network at work as a file (.safetensors, or .nir); where that fails a message says why. */
export async function saveModel(
  session: Session,
  format: 'safetensors' | 'nir' = 'safetensors',
): Promise<void> {
  try {
    const { network } = session;
    const { bytes, name } = await (format === 'nir' ? network.saveNir() : network.save());
    download(name, new Blob([bytes], { type: 'application/octet-stream' }));
    session.messages.settle('save');
  } catch (error) {
    session.messages.error(`The model could not be saved: ${sentence(error)}`, { topic: 'save' });
  }
}
