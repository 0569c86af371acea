/** The worker's side: reads or makes data sets and hands them over without copying them. */
import type { ImageSet } from '../image-set';
import { makePoints, type MadePoints } from '../points/make-points';
import type { Points } from '../points/points-spec';
import type { OwnFiles, OwnSets, Reading } from '../own-files';
import type { OnePicture } from '../pictures/own-pictures';
import { handedOver, type Loaded } from './loaded';
import { readOwn, readPicture } from './read-own';

export interface DataHost {
  read(files: OwnFiles, onRead?: Reading['onRead']): Promise<Loaded<OwnSets>>;
  picture(file: File): Promise<Loaded<OnePicture>>;
  make(points: Points): Promise<Loaded<MadePoints>>;
}

export const dataHost: DataHost = {
  read: (files, onRead) => handedOver(() => readOwn(files, { onRead }), halves),
  picture: (file) =>
    handedOver(
      () => readPicture(file),
      ({ ink }) => [ink.ink.buffer],
    ),
  make: (points) => handedOver(async () => makePoints(points), halves),
};

const halves = ({ train, test }: { train: ImageSet; test: ImageSet }): ArrayBuffer[] =>
  [train, test].flatMap(({ images, labels }) => [images.buffer, labels.buffer]);
