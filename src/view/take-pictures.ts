/** Pictures that a person has chosen, dropped or pasted: one is looked at, several are a data set. */
import { DEFAULT_NETWORK } from '../model/network';
import { isPointSize } from '../data/points/point';
import type { Reading } from '../data/own-files';
import type { Session } from '../session/session';
import { formatCount } from '../words/numbers';

/** A file with the folders it lies in, from the one that was chosen on: "faces/smile/a.png". */
export interface PathFile {
  path: string;
  file: File;
}

/** From so many on, or so many bytes, reading them takes a while: how far it is is said, and it can be called off. */
const MANY = 200;
const LARGE = 20e6;

/** @param normalised whether they are scaled and centred as drawings are */
export async function takePictures(
  session: Session,
  pictures: readonly PathFile[],
  normalised = true,
): Promise<void> {
  const [first] = pictures;
  if (!first) return;
  if (pictures.length === 1) return session.stimulus.openPicture(first.file, normalised);
  const bytes = pictures.reduce((sum, { file }) => sum + file.size, 0);
  const takesLong = pictures.length >= MANY || bytes >= LARGE;
  const { input } = session.network.store.getState().spec;
  const { width, height } = isPointSize(input) ? DEFAULT_NETWORK.input : input;
  const size = { width, height };
  const files = { pictures: { files: [...pictures], size, normalised } };
  await session.data.loadFiles(
    files,
    takesLong ? tellReading(session, pictures.length) : undefined,
  );
}

/** Says how far the reading of so many pictures is, until they are there or the person calls it off. */
function tellReading({ messages }: Session, count: number): Reading {
  const stop = new AbortController();
  const words = (percent: number): string =>
    `Reading ${formatCount(count)} pictures: ${percent} %. What is here stays until they are there.`;
  let told = 0;
  const message = messages.note(words(told), {
    topic: 'data',
    stays: true,
    action: { label: 'Cancel', run: () => stop.abort() },
  });
  return {
    signal: stop.signal,
    onRead(pictures) {
      const percent = Math.floor((100 * pictures) / count);
      if (percent === told) return;
      told = percent;
      messages.reword(message, words(percent));
    },
  };
}
