/**
 * Checkpoints of a training: the whole state in a model file with optimiser tensors, and in its metadata what is being
 * trained and for how long it has been. A training goes on from one bit for bit, on the engine that wrote it.
 */
import { createHash } from 'node:crypto';
import type { ImageSet } from '../data/image-set';
import type { Snapshot } from '../engine/engine';
import { readModel, writeModel, type ModelFile } from '../files/model-file';
import { ModelFileError } from '../files/model-file-error';
import { modelBytes } from '../files/model-source';
import { parseJson } from '../files/strict-json';
import { MOST_DEPTH } from '../model/bounded';
import { said } from '../model/said';
import { CommandError } from './errors';
import { withFile } from './input';
import { openTarget } from './target';

/** What must be the same for a training to go on, by the names a person knows it by. */
export type Fingerprint = Record<string, unknown>;

export interface Resumed {
  snapshot: Snapshot;
  /** Seconds of training that led there. */
  seconds: number;
}

export interface Checkpoint {
  /** As the person named it. */
  name: string;
  /** Where a training of these settings stopped; undefined where there is no such file. @throws CommandError */
  read(fingerprint: Fingerprint): Promise<Resumed | undefined>;
  /** All of it, or what was there before. */
  write(snapshot: Snapshot, seconds: number, fingerprint: Fingerprint): Promise<void>;
  remove(): Promise<void>;
}

/** @throws CommandError where no file can be written there */
export async function openCheckpoint(cwd: string, name: string): Promise<Checkpoint> {
  const target = await openTarget(cwd, name);
  return {
    name,
    async read(fingerprint) {
      const model = await readState(cwd, name);
      return model && resume(name, model, fingerprint);
    },
    write({ spec, weights, ...optimizer }, seconds, fingerprint) {
      const metadata = { checkpoint: JSON.stringify({ seconds, ...fingerprint }) };
      return target.write(writeModel({ spec, weights, optimizer, metadata }));
    },
    remove: () => target.remove(),
  };
}

/** Undefined where there is no such file. */
async function readState(cwd: string, name: string): Promise<ModelFile | undefined> {
  try {
    return await withFile(cwd, name, async (file) => readModel(await modelBytes(file)));
  } catch (error) {
    if (error instanceof ModelFileError) {
      throw new CommandError(`${said(name)} is no checkpoint to go on from: ${error.message}`, {
        cause: error,
      });
    }
    const missing = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code;
    if (missing === 'ENOENT') return undefined;
    throw error;
  }
}

const OTHERWISE = 'name another --checkpoint, or delete this one to start anew.';

function resume(name: string, model: ModelFile, wanted: Fingerprint): Resumed {
  const { spec, weights, optimizer, unsound } = model;
  const found = description(model);
  if (!optimizer || !found) {
    throw new CommandError(
      `${said(name)} is no checkpoint, as ${unsound ?? 'it holds no state of training'}: ${OTHERWISE}`,
    );
  }
  const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
  const shown = (value: unknown): string => said(text(value));
  const other = Object.keys(wanted).find((key) => text(wanted[key]) !== text(found[key]));
  if (other !== undefined) {
    throw new CommandError(
      `${said(name)} is a checkpoint of another training (${other} is ${shown(found[other])} there and ${shown(wanted[other])} here): ${OTHERWISE}`,
    );
  }
  return { snapshot: { spec, weights, ...optimizer }, seconds: Number(found.seconds) };
}

function description({ metadata }: ModelFile): Record<string, unknown> | undefined {
  try {
    const value = parseJson(metadata?.checkpoint ?? '', MOST_DEPTH);
    const found: Record<string, unknown> = { ...(value as object) };
    return Number(found.seconds) >= 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Names a set of images and labels by its content. */
export function digest({ images, labels }: ImageSet): string {
  return createHash('sha256').update(images).update(labels).digest('hex').slice(0, 16);
}
