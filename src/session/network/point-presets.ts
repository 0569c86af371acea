/** Networks with settings that are known to be good on yin-yang: measured with the command-line trainer on 10,000 test points, seed 1. */
import { POINT_TRAINING } from '../../data/points/point-network';
import { DEFAULT_NETWORK } from '../../model/network';
import type { Preset } from './presets';

const { coding } = DEFAULT_NETWORK;

export const POINT_PRESETS: Preset[] = [
  {
    name: 'No hidden layer',
    shows: 'Each output sees the five inputs alone: hardly more than straight borders.',
    accuracy: 0.7211,
    coding,
    hidden: [],
    settings: POINT_TRAINING,
  },
  {
    name: 'Six hidden neurons',
    shows: '48 weights, few enough to be read one by one.',
    accuracy: 0.9686,
    coding,
    hidden: [6],
    settings: POINT_TRAINING,
  },
  {
    name: 'Quick and good',
    shows: 'What points begin with: 96 weights and the cross-entropy.',
    accuracy: 0.9855,
    coding,
    hidden: [12],
    settings: POINT_TRAINING,
  },
  {
    name: 'Heuristic loss',
    shows: 'The same network, and points that are told apart teach no more.',
    accuracy: 0.9806,
    coding,
    hidden: [12],
    settings: { ...POINT_TRAINING, loss: 'heuristic' },
  },
  {
    name: 'Two hidden layers',
    shows: 'Causes of causes: a second layer adds up the spikes of the first.',
    accuracy: 0.9828,
    coding,
    hidden: [12, 12],
    settings: POINT_TRAINING,
  },
  {
    name: 'Most accurate',
    shows: '240 weights, small batches and many epochs: takes the longest.',
    accuracy: 0.9892,
    coding,
    hidden: [30],
    settings: {
      ...POINT_TRAINING,
      epochs: 300,
      batch: 32,
      learningRate: 0.01,
      temperature: 0.005,
    },
  },
];
