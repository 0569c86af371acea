/** The training run on the page: settings, progress, curves. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrainEnd } from '../../engine/engine';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { NormPoint } from '../network/norms';
import type { CurvePoint } from './series';

export interface TestPoint {
  step: number;
  /** [0, 1] */
  accuracy: number;
  loss: number;
}

export interface TrainingState {
  status:
    | 'idle'
    | 'waiting for data'
    | 'running'
    | 'evaluating'
    | 'pausing'
    | 'paused'
    | 'finished';
  settings: TrainingSettings;
  /** Steps made since the initial weights. */
  step: number;
  /** Steps of the planned run; 0 until the training images are there. */
  plannedSteps: number;
  /** Steps of one epoch; 0 until the training images are there. */
  epochSteps: number;
  imagesPerSecond: number | null;
  curve: CurvePoint[];
  tests: TestPoint[];
  /** Norms of weights and errors, measured about once a second. */
  norms: NormPoint[];
  /** Accuracy on the whole test set, [0, 1]; null before the first evaluation of these weights' run. */
  testAccuracy: number | null;
  end: TrainEnd['reason'] | null;
}

export type TrainingStore = StoreApi<TrainingState>;

export function createTrainingStore(): TrainingStore {
  return createStore<TrainingState>(() => ({
    status: 'idle',
    settings: DEFAULT_TRAINING,
    step: 0,
    plannedSteps: 0,
    epochSteps: 0,
    imagesPerSecond: null,
    curve: [],
    tests: [],
    norms: [],
    testAccuracy: null,
    end: null,
  }));
}

/** Whether the engine is busy with training, so that the button says pause. */
export function isTraining(status: TrainingState['status']): boolean {
  return status === 'running' || status === 'evaluating' || status === 'waiting for data';
}
