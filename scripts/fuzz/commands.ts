/** Command lines, over sound and damaged files. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageFile, labelFile } from '../../src/data/idx.test-data';
import { run } from '../../src/cli/run';
import { createRandom, type Random } from '../../src/model/random';
import { changeText } from './change-bytes';
import { chance, pick } from './dice';
import { idx } from './idx';
import { models } from './models';
import { readNirChain } from './nir';
import { Finding, require, requireSentence, type Input, type Target } from './target';

const IMAGES = imageFile(
  12,
  4,
  4,
  Uint8Array.from({ length: 192 }, (_, i) => (i * 37) % 256),
);
const LABELS = labelFile(Array.from({ length: 12 }, (_, i) => i % 3));

const LINES = [
  'train --images images --labels labels --network 16-5-3 --epochs 2 --batch 4 --out out --engine reference',
  'train --images images --labels labels --test-images images --test-labels labels --out out --engine reference --checkpoint state --hold-out 2 --ema 0.9 --json',
  'train --images images --labels labels --network 4-3 --kernel 2 --train phase --out out --loss cross-entropy --optimizer sgd --distort affine --engine reference',
  'classify --model model --images images --limit 3 --spikes --engine reference',
  'classify --model model --images images --response exponential --threshold 1 --deadline 3 --engine reference',
  'evaluate --model model --images images --labels labels --json --engine reference',
  'evaluate --model model --images images --labels labels --curve jitter --levels 0,0.1 --noise-seeds 2 --engine reference',
  'evaluate --model model --images images --labels labels --bits 4 --dead 0.1 --dropped 0.1 --engine reference',
  '--help',
  'classify --help',
];

function changedLine(random: Random): string[] {
  const args = pick(random, LINES).split(' ');
  const at = random.below(args.length);
  const way = random.below(8);
  if (way === 0) return args.toSpliced(at, 1);
  if (way === 1) return args.toSpliced(at, 0, args[random.below(args.length)]!);
  if (way === 2) return args.with(at, `${args[at]}=${args[random.below(args.length)]}`);
  if (way < 7) return args.with(at, changeText(random, args[at]!));
  return args;
}

/** Milliseconds after which Ctrl-C is sent, as by a person who gives up: the command then has to end. */
const PATIENCE = 300;

async function inFolder(input: Input, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mtspike-fuzz-'));
  try {
    for (const [name, bytes] of Object.entries(input)) {
      if (name !== 'args.json') writeFileSync(join(folder, name), bytes);
    }
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const commands: Target = {
  name: 'commands',
  make(random) {
    const damaged = chance(random, 0.3);
    const pair = damaged ? idx.make(random) : { 'images.idx': IMAGES, 'labels.idx': LABELS };
    // The first model of all is sound.
    const model = models.make(random)['model.safetensors']!;
    return {
      'args.json': JSON.stringify(changedLine(random)),
      model,
      images: pair['images.idx']!,
      labels: pair['labels.idx']!,
      state: chance(random, 0.2)
        ? model
        : models.make(createRandom(random.below(9)))['model.safetensors']!,
    };
  },
  attempt: (input) =>
    inFolder(input, async (cwd) => {
      const args = JSON.parse(input['args.json'] as string) as string[];
      const before = readdirSync(cwd);
      const interrupt = new AbortController();
      const timer = setTimeout(() => interrupt.abort(), PATIENCE);
      let err = '';
      const code = await run(args, {
        cwd,
        write: () => Promise.resolve(),
        note: (text) => void (err += text),
        noteColumns: 0,
        writesToTerminal: false,
        signal: interrupt.signal,
        readChain: readNirChain,
      }).finally(() => clearTimeout(timer));
      require([0, 1, 2, 130].includes(code), `Exit code ${code}.`);
      const last = err.trimEnd().split('\n').at(-1)!;
      if (code !== 0) requireSentence(last);
      if (err.split('\n').length > 2000) throw new Finding('Two thousand lines of progress.');
      const added = readdirSync(cwd).filter((name) => !before.includes(name));
      // Nothing is written but the checkpoint unless all goes well.
      const kept = args.includes('--checkpoint') && code === 130;
      require(code === 0 || kept || added.length === 0, `Left behind: ${added.join(', ')}`);
      for (const name of ['images', 'labels', 'model']) {
        require(existsSync(join(cwd, name)), `${name} is gone.`);
      }
    }),
};
