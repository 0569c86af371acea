/**
 * The engine for other pages: networks are loaded or made, classify what was drawn, say when their neurons spike, and learn. All that is exported
 * here is the library's face (docs/library.md); time is without unit, and the input's window is [0, 1].
 */
export { loadModel, newModel } from './load';
export type {
  Answer,
  Model,
  ModelOptions,
  NetworkDescription,
  Progress,
  TrainingEnd,
} from './model';
export type { Pixels as Ink } from '../data/pictures/pixels';
export type { Picture } from './ink';
export type { Labels, TrainingImages } from './training-data';
export type { Source } from './source';
export type { Settings } from './settings';
