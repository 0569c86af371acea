/** A picture's file in place of a drawing; in a script of its own, since most visits open none. */
import { DataError } from '../../data/data-error';
import { isPointSize } from '../../data/points/point';
import { readPicture } from '../../data/worker/read-own';
import { said } from '../../model/said';
import type { Core } from '../core/core';
import type { Options } from '../core/options';
import type { StimulusActions } from './stimulus-actions';

type Shared = Pick<Core, 'messages' | 'network'> & Options<'readPicture'>;

/**
 * @param topic of what is said
 * @param wanted whether nobody has asked for another picture meanwhile
 * @throws DataError where it cannot be read, or the network reads none
 */
export async function openPicture(
  core: Shared,
  stimulus: Pick<StimulusActions, 'showPicture' | 'store'>,
  file: File,
  { normalised, topic, wanted }: { normalised: boolean; topic: string; wanted: () => boolean },
): Promise<void> {
  const { input } = core.network.getState().spec;
  if (isPointSize(input)) {
    throw new DataError(
      'This network reads points of the plane: load one that reads images under Models, then open the picture again.',
    );
  }
  const { ink, notes } = await (core.options.readPicture ?? readPicture)(file);
  if (!wanted()) return;
  core.messages.settle(topic);
  stimulus.showPicture({ name: said(file.name, 64), ink, normalised });
  const isBlank = stimulus.store.getState().image.every((byte) => byte === 0);
  const told = isBlank ? [...notes, 'Nothing on it is dark or light enough to be ink.'] : notes;
  if (told.length > 0) core.messages.note(told.join(' '), { topic });
}
