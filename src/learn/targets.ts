/** What of the page a step can light, by name: where it is found, and what it is called. */
import { langStore } from '../words/lang/lang';

export interface Target {
  /** For teachers, and for those who do not see the ring. */
  says: string;
  /** The same in German. */
  de: string;
  /** The first that is in sight is lit. */
  selector: string;
  /** The tab of a narrow page that it is on; null: on all. */
  tab: 'input' | 'spikes' | 'training' | null;
}

const mark = (name: string) => `[data-testid="${name}"]`;

export const TARGETS = {
  pad: { says: 'the pad', de: 'das Zeichenfeld', selector: mark('drawing-pad'), tab: 'input' },
  'pad-view': {
    says: 'ink or spike times',
    de: 'Tinte oder Spikezeiten',
    selector: '[aria-label="Show the input as"]',
    tab: 'input',
  },
  'clear-pad': {
    says: 'Clear',
    de: 'Löschen (Clear)',
    selector: mark('clear-drawing'),
    tab: 'input',
  },
  'undo-stroke': {
    says: 'Undo',
    de: 'Zurücknehmen (Undo)',
    selector: mark('undo-drawing'),
    tab: 'input',
  },
  plane: { says: 'the plane', de: 'die Ebene', selector: mark('plane'), tab: 'input' },
  answer: { says: 'the answer', de: 'die Antwort', selector: mark('answer'), tab: null },
  rasters: {
    says: 'the rasters',
    de: 'die Raster',
    selector: `:has(> ${mark('raster')}), ${mark('raster')}`,
    tab: 'spikes',
  },
  'raster-input': {
    says: 'the raster of the input',
    de: 'das Raster der Eingabe',
    selector: `${mark('raster')}[data-layer="0"]`,
    tab: 'spikes',
  },
  'raster-hidden': {
    says: 'the raster of the hidden layer',
    de: 'das Raster der verborgenen Schicht',
    selector: `${mark('raster')}[data-layer="1"]`,
    tab: 'spikes',
  },
  'raster-output': {
    says: 'the raster of the outputs',
    de: 'das Raster der Ausgänge',
    selector: `${mark('raster')}:last-of-type, ${mark('raster')}[data-layer="2"]`,
    tab: 'spikes',
  },
  play: {
    says: 'Play',
    de: 'Abspielen (Play)',
    selector: mark('play'),
    tab: 'spikes',
  },
  time: { says: 'the time', de: 'die Zeit', selector: mark('time'), tab: 'spikes' },
  shows: {
    says: 'raster, time map or circuit',
    de: 'Raster, Zeitkarte oder Schaltung',
    selector: '[aria-label="How the spikes are shown"]',
    tab: 'spikes',
  },
  'what-if': {
    says: 'the what-if',
    de: 'das Was-wäre-wenn',
    selector: mark('what-if'),
    tab: 'spikes',
  },
  deadline: {
    says: 'the deadline',
    de: 'die Frist (Deadline)',
    selector: '[aria-label="Deadline"]',
    tab: 'spikes',
  },
  circuit: { says: 'the circuit', de: 'die Schaltung', selector: mark('circuit'), tab: 'spikes' },
  neuron: {
    says: 'the Neuron panel',
    de: 'der Bereich Neuron',
    selector: `section:has(> header ${mark('neuron-title')})`,
    tab: 'spikes',
  },
  causes: {
    says: 'the table of causes',
    de: 'die Tabelle der Ursachen',
    selector: mark('causes'),
    tab: 'spikes',
  },
  silence: {
    says: 'the crossed-out loudspeaker',
    de: 'der durchgestrichene Lautsprecher',
    selector: mark('silence'),
    tab: 'spikes',
  },
  run: { says: 'Run', de: 'Trainieren (Run)', selector: mark('train-run'), tab: 'training' },
  'training-step': {
    says: 'Step',
    de: 'ein Schritt (Step)',
    selector: mark('train-step'),
    tab: 'training',
  },
  'slow-motion': {
    says: 'slow motion',
    de: 'die Zeitlupe',
    selector: `${mark('slow-motion')}, ${mark('train-slow')}`,
    tab: 'training',
  },
  reset: {
    says: 'Reset',
    de: 'Zurücksetzen (Reset)',
    selector: mark('train-reset'),
    tab: 'training',
  },
  accuracy: {
    says: 'the accuracy',
    de: 'die Genauigkeit',
    selector: mark('test-accuracy'),
    tab: 'training',
  },
  misread: {
    says: 'the misread images',
    de: 'die falsch gelesenen Bilder',
    selector: `${mark('misread-gallery')}, ${mark('misread-open')}`,
    tab: 'training',
  },
  robustness: {
    says: 'robustness',
    de: 'die Robustheit (Robustness)',
    selector: `${mark('robustness-start')}, ${mark('robustness')}`,
    tab: 'training',
  },
  'robustness-start': {
    says: 'Start',
    de: 'Starten (Start)',
    selector: mark('robustness-start'),
    tab: null,
  },
  network: {
    says: 'the network',
    de: 'das Netz',
    selector: `${mark('network-apply')}, ${mark('network')}`,
    tab: null,
  },
  data: { says: 'the data', de: 'die Daten', selector: mark('data'), tab: null },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;

/** What a target is called in the language in force. */
export function targetWords(name: TargetName): string {
  const { says, de }: Target = TARGETS[name];
  return langStore.getState().lang === 'de' ? de : says;
}
