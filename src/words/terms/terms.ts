/** The page's terms, each with its sentence, in both languages; where they stand in the glossary. */
import { texts } from '../lang/texts';
import { DE } from './de';
import { EN, type TermName } from './en';

export const TERMS = texts(EN, { de: DE });

export const GLOSSARY = texts(
  {
    title: 'Glossary',
    all: 'All words of the page',
    groups: {
      time: 'Spikes and time',
      neuron: 'A neuron',
      answer: 'The answer',
      input: 'What the network reads',
      view: 'How it is shown',
      training: 'Training',
    },
  },
  {
    de: {
      title: 'Glossar',
      all: 'Alle Wörter der Seite',
      groups: {
        time: 'Spikes und Zeit',
        neuron: 'Ein Neuron',
        answer: 'Die Antwort',
        input: 'Was das Netz liest',
        view: 'Wie es gezeigt wird',
        training: 'Training',
      },
    },
  },
);

export type GroupName = keyof ReturnType<typeof GLOSSARY>['groups'];

/** Every term once, in the order in which they explain one another. */
export const GROUPS: Record<GroupName, readonly TermName[]> = {
  time: ['t', 'spike', 'silent', 'fired', 'deadline', 'early'],
  neuron: [
    'hidden',
    'potential',
    'theta',
    'share',
    'weight',
    'ramp',
    'adds',
    'causalSet',
    'sensitivities',
    'byTime',
    'byWeight',
  ],
  answer: [
    'decision',
    'lead',
    'tie',
    'guess',
    'answeredBy',
    'accuracy',
    'knownAccuracy',
    'misread',
  ],
  input: [
    'ink',
    'cut',
    'latency',
    'packed',
    'k',
    'stride',
    'train',
    'averageDelay',
    'm',
    'phase',
    'exponential',
    'convolution',
    'channel',
  ],
  view: ['whatIf', 'ghost', 'errors', 'floor', 'byIndex', 'bySpikeTime', 'byContribution'],
  training: [
    'step',
    'epoch',
    'loss',
    'heuristic',
    'margin',
    'crossEntropy',
    'temperature',
    'learningRate',
    'optimizer',
    'batch',
    'distorted',
    'seed',
    'weightNorm',
    'errorNorm',
    'ema',
  ],
};
