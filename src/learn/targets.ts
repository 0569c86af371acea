/** What of the page a step can light, by name: where it is found, and what it is called. */

export interface Target {
  /** For teachers, and for those who do not see the ring. */
  says: string;
  /** The first that is in sight is lit. */
  selector: string;
  /** The tab of a narrow page that it is on; null: on all. */
  tab: 'input' | 'spikes' | 'training' | null;
}

const mark = (name: string) => `[data-testid="${name}"]`;

export const TARGETS = {
  pad: { says: 'the pad', selector: mark('drawing-pad'), tab: 'input' },
  'pad-view': {
    says: 'ink or spike times',
    selector: '[aria-label="Show the input as"]',
    tab: 'input',
  },
  'clear-pad': { says: 'Clear', selector: mark('clear-drawing'), tab: 'input' },
  'undo-stroke': { says: 'Undo', selector: mark('undo-drawing'), tab: 'input' },
  plane: { says: 'the plane', selector: mark('plane'), tab: 'input' },
  answer: { says: 'the answer', selector: mark('answer'), tab: null },
  rasters: {
    says: 'the rasters',
    selector: `:has(> ${mark('raster')}), ${mark('raster')}`,
    tab: 'spikes',
  },
  'raster-input': {
    says: 'the raster of the input',
    selector: `${mark('raster')}[data-layer="0"]`,
    tab: 'spikes',
  },
  'raster-hidden': {
    says: 'the raster of the hidden layer',
    selector: `${mark('raster')}[data-layer="1"]`,
    tab: 'spikes',
  },
  'raster-output': {
    says: 'the raster of the outputs',
    selector: `${mark('raster')}:last-of-type, ${mark('raster')}[data-layer="2"]`,
    tab: 'spikes',
  },
  play: {
    says: 'Play',
    selector: mark('play'),
    tab: 'spikes',
  },
  time: { says: 'the time', selector: mark('time'), tab: 'spikes' },
  shows: {
    says: 'raster, time map or circuit',
    selector: '[aria-label="How the spikes are shown"]',
    tab: 'spikes',
  },
  'what-if': { says: 'the what-if', selector: mark('what-if'), tab: 'spikes' },
  deadline: { says: 'the deadline', selector: '[aria-label="Deadline"]', tab: 'spikes' },
  circuit: { says: 'the circuit', selector: mark('circuit'), tab: 'spikes' },
  neuron: {
    says: 'the Neuron panel',
    selector: `section:has(> header ${mark('neuron-title')})`,
    tab: 'spikes',
  },
  silence: {
    says: 'the crossed-out loudspeaker',
    selector: mark('silence'),
    tab: 'spikes',
  },
  run: { says: 'Run', selector: mark('train-run'), tab: 'training' },
  'training-step': { says: 'Step', selector: mark('train-step'), tab: 'training' },
  'slow-motion': {
    says: 'slow motion',
    selector: `${mark('slow-motion')}, ${mark('train-slow')}`,
    tab: 'training',
  },
  reset: { says: 'Reset', selector: mark('train-reset'), tab: 'training' },
  accuracy: { says: 'the accuracy', selector: mark('test-accuracy'), tab: 'training' },
  misread: {
    says: 'the misread images',
    selector: `${mark('misread-gallery')}, ${mark('misread-open')}`,
    tab: 'training',
  },
  robustness: { says: 'robustness', selector: mark('robustness'), tab: 'training' },
  'robustness-start': { says: 'Start', selector: mark('robustness-start'), tab: null },
  network: { says: 'the network', selector: mark('network'), tab: null },
  data: { says: 'the data', selector: mark('data'), tab: null },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;
