/** `mtspike export` and `mtspike import`: networks for other simulators and from them. */
import { likelyDescription, type ImageSize } from '../files/describe-weights';
import type { ForeignWeights } from '../files/foreign-weights';
import { writeModel } from '../files/model-file';
import { unsaid } from '../files/nir/unsaid';
import { DEFAULT_NETWORK, networkName } from '../model/network';
import { said } from '../model/said';
import { openModel } from './described';
import { unlessInterrupted } from './interrupt';
import type { Io } from './io';
import { parseOptions } from './options';
import { requireApart } from './place';
import { EXPORT, IMPORT } from './tables';
import { openTarget } from './target';

interface Sides {
  width: number | undefined;
  height: number | undefined;
}

/** The size that was given; else the likely one. */
const sizeBy =
  ({ width, height }: Sides) =>
  (weights: ForeignWeights): Promise<ImageSize> => {
    const likely = likelyDescription(weights, DEFAULT_NETWORK.input).input;
    return Promise.resolve({ width: width ?? likely.width, height: height ?? likely.height });
  };

export async function exportModel(args: string[], io: Io): Promise<void> {
  const values = parseOptions('export', EXPORT, args);
  const { out, model: name } = values;
  await requireApart(io.cwd, [{ what: '--out', name: out }], [{ what: '--model', name }]);
  const target = await openTarget(io.cwd, out);
  const { spec, bytes } = await unlessInterrupted(io.signal, async () => {
    const model = await openModel(io, values, sizeBy(values));
    const { writeNir } = await import('../files/nir/write-nir');
    return { spec: model.spec, bytes: await writeNir(model) };
  });
  await target.write(bytes);
  io.note(`${said(out)}: ${networkName(spec)}, as NIR, which cannot say:\n`);
  for (const sentence of unsaid(spec)) io.note(`- ${sentence}\n`);
}

export async function importModel(args: string[], io: Io): Promise<void> {
  const { from, ...values } = parseOptions('import', IMPORT, args);
  const { out } = values;
  await requireApart(io.cwd, [{ what: '--out', name: out }], [{ what: '--from', name: from }]);
  const target = await openTarget(io.cwd, out);
  const model = await unlessInterrupted(io.signal, () =>
    openModel(io, { ...values, model: from }, sizeBy(values)),
  );
  await target.write(writeModel(model));
  const { width, height } = model.spec.input;
  io.note(`${said(out)}: ${networkName(model.spec)}, for images of ${width} x ${height} pixels.\n`);
}
