/** --help, from the tables. */
import { describe, type Option, type OptionTable } from './options';
import { CLASSIFY, EVALUATE, EXPORT, IMPORT, POINT_FILES, TRAIN } from './tables';

export interface CommandHelp {
  /** What the command does, in a sentence. */
  summary: string;
  usage: string;
  /** Further paragraphs, after the options. */
  notes: string[];
  options: OptionTable;
}

type Command = 'train' | 'classify' | 'evaluate' | 'points' | 'export' | 'import';

export const COMMANDS: Record<Command, CommandHelp> = {
  train: {
    summary: 'Trains a network and writes it to a model file.',
    usage: 'mtspike train --out FILE [--network N-N-N] [options]',
    options: TRAIN,
    notes: [
      'Progress goes to standard error. The same seed and engine on the same machine give the same file, byte for byte ' +
        '(cpu and reference).',
      'Example: mtspike train --network 784-128-10 --epochs 10 --distort affine+elastic --out model.safetensors',
      'Example: mtspike train --points yin-yang --network 5-30-3 --out yin-yang.safetensors',
    ],
  },
  classify: {
    summary: 'Prints what a network answers, a line of JSON an image.',
    usage: 'mtspike classify --model FILE (--images FILE | --points SET) [options]',
    options: CLASSIFY,
    notes: [
      'A line: {"image":0,"class":7,"decision_time":1.83,"margin":0.21,"tie":false}. Where no output neuron fires, class and ' +
        'decision_time are null and guess names the class of the highest membrane potential (null for a blank ' +
        'image); margin is null with fewer than two output spikes.',
      'With --points it is test points that are classified, and a line ends with their place and class: "point":[0.25,0.5],"label":2.',
    ],
  },
  evaluate: {
    summary: 'Tests a network on labelled images.',
    usage: 'mtspike evaluate --model FILE (--images FILE --labels FILE | --points SET) [options]',
    options: EVALUATE,
    notes: [
      'The JSON holds images, accuracy, no_output_spike (count), confusion (a row a true class, a column an answer), ' +
        'spikes_per_image, synaptic_operations (an image) and decision_time (mean); on imprecise hardware also imprecision.',
      'Imprecise hardware (--jitter, --bits, --dead, --dropped) is met as it is: nothing is trained again.',
      'A line of --curve: {"imperfection":"jitter", "level":0.1, "accuracy":0.9742, "lowest":0.9739, "highest":0.9745, ' +
        '"accuracies":[...], "noise_seeds":[1,2,3], "no_output_spike":0.2, "images":10000}. accuracy is the mean over the ' +
        'seeds, and no_output_spike a mean count.',
      'Example: mtspike evaluate --model model.safetensors --images F --labels F --bits 4 --curve jitter',
    ],
  },
  points: {
    summary: 'Writes a set of points as IDX files.',
    usage: 'mtspike points --points SET --images FILE --labels FILE [options]',
    options: POINT_FILES,
    notes: [
      'What is written, read again with --images and --labels (and --cut 0), trains to the same weights as the points themselves.',
      'Example: mtspike points --points yin-yang --images F --labels F --test-images F --test-labels F',
    ],
  },
  export: {
    summary: 'Writes a network for other simulators (NIR).',
    usage: 'mtspike export --model FILE --to nir --out FILE [options]',
    options: EXPORT,
    notes: [
      "What NIR cannot say of the network is printed to standard error. The optimiser's state is left out.",
      'Example: mtspike export --to nir --model model.safetensors --out model.nir',
    ],
  },
  import: {
    summary: 'Makes a model file of a network from elsewhere (NIR).',
    usage: 'mtspike import --from FILE --out FILE [options]',
    options: IMPORT,
    notes: [
      'A NIR file must be a chain of layers: Linear, Affine (bias 0) or Conv2d, then I or LI, then IF. What is none is refused by the name of its node.',
      'Example: mtspike import --from network.nir --out model.safetensors',
    ],
  },
};

const WIDTH = 96;
const INDENT = 22;

export function generalHelp(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(10)}${summary}`,
  );
  return [
    'mtspike: train and test time-coded spiking networks without a browser.',
    '',
    'Usage: npm run -s mtspike -- COMMAND [options]',
    '',
    ...lines,
    '',
    '"mtspike COMMAND --help" explains the options of a command.',
    'Exit code: 0; 1 for bad input, a missing adapter or output that cannot be written; 2 for bad usage;',
    '130 when interrupted.',
    '',
  ].join('\n');
}

export function commandHelp({ summary, usage, options, notes }: CommandHelp): string {
  return [
    summary,
    '',
    `Usage: ${usage}`,
    '',
    ...Object.entries(options).flatMap(([name, option]) => optionLines(name, option)),
    ...notes.flatMap((note) => ['', ...wrap(note, WIDTH)]),
    '',
  ].join('\n');
}

function optionLines(name: string, option: Option): string[] {
  const title = `  --${name}${placeholder(option)}`;
  const [first, ...rest] = wrap(text(option), WIDTH - INDENT);
  const pad = ' '.repeat(INDENT);
  const head = title.length < INDENT - 1 ? [title.padEnd(INDENT) + first!] : [title, pad + first!];
  return [...head, ...rest.map((line) => pad + line)];
}

function placeholder(option: Option): string {
  switch (option.kind) {
    case 'flag':
    case 'choice':
      return '';
    case 'number':
      return option.whole ? ' N' : ' X';
    case 'text':
      return ` ${option.value}`;
  }
}

function text(option: Option): string {
  const parts = [option.help];
  if (option.kind === 'number' || option.kind === 'choice') {
    const takes = describe(option);
    parts.push(`${takes[0]!.toUpperCase()}${takes.slice(1)}.`);
  }
  const standard = option.otherwise ?? ('default' in option ? option.default : undefined);
  if (standard !== undefined) parts.push(`Default: ${standard}.`);
  if ('required' in option && option.required) parts.push('Must be given.');
  return parts.join(' ');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
