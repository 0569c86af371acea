/** `mtspike points`: sets of points as IDX files, for other programs. */
import { makePoints } from '../data/points/make-points';
import { writeImages, writeLabels } from '../data/write-idx';
import { plural } from '../words/numbers';
import { UsageError } from './errors';
import type { Io } from './io';
import { parseOptions } from './options';
import { isSamePlace, placeOf } from './place';
import { pointsOf } from './points';
import { POINT_FILES } from './tables';
import { openTarget } from './target';

const FILES = ['images', 'labels', 'test-images', 'test-labels'] as const;

export async function pointFiles(args: string[], io: Io): Promise<void> {
  const values = parseOptions('points', POINT_FILES, args);
  const points = pointsOf(values);
  if (!points) throw new UsageError('points needs --points SET: which set of points to write.');
  const named = FILES.flatMap((option) => {
    const name = values[option];
    return name === undefined ? [] : [{ option, name }];
  });
  if (named.length === 0) {
    throw new UsageError(
      'points needs a file to write: --images, --labels, --test-images or --test-labels.',
    );
  }
  const places = await Promise.all(named.map(({ name }) => placeOf(io.cwd, name)));
  places.forEach((place, i) => {
    const twin = places.findIndex((other) => isSamePlace(place, other));
    if (twin === i) return;
    throw new UsageError(
      `--${named[twin]!.option} and --${named[i]!.option} name the same file: give each a name of its own.`,
    );
  });
  // All files are opened before the first is written, so that none is where another cannot be.
  const targets = await Promise.all(named.map(({ name }) => openTarget(io.cwd, name)));
  const { train, test } = makePoints(points);
  const bytes = {
    images: () => writeImages(train),
    labels: () => writeLabels(train),
    'test-images': () => writeImages(test),
    'test-labels': () => writeLabels(test),
  };
  for (const [i, { option }] of named.entries()) await targets[i]!.write(bytes[option]());
  io.note(
    `${points.set}: ${plural(train.count, 'point')} to train on and ${test.count} to test with, ${plural(named.length, 'file')} written.\n`,
  );
}
