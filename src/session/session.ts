/** The session: stores and actions of one page, in one object. No DOM and no React: tests drive it as the page does. */
import type { ImageSet } from '../data/image-set';
import type { OwnFiles, OwnSets, Reading } from '../data/own-files';
import type { Points } from '../data/points/points-spec';
import type { Point, Stroke } from '../data/strokes';
import type { EngineRequest } from '../engine/choose';
import type { DataRole, Network } from '../engine/engine';
import type { NetworkSpec } from '../model/network';
import type { TrainingSettings } from '../model/training';
import type { Autosave } from './runs/autosave';
import type { BreakpointsStore } from './training/breakpoints-state';
import type { DataStore } from './data/data-state';
import type { EngineStore } from './engine/engine-state';
import type { createEpochs } from './training/epochs';
import type { Forced } from './background/forced';
import type { LinkState } from './link/link-table';
import type { Maps } from './maps/plane-maps';
import type { PutBack } from './hold/hold';
import type { Messages } from './core/messages';
import type { Opening } from './network/opening';
import type { Replay } from './replay/replay';
import type { Robustness } from './background/robustness';
import type { Runs } from './runs/runs-keeper';
import type { NetworkStore, Origin } from './network/network';
import type { Playback } from './stimulus/playback';
import type { SpikesStore } from './stimulus/spikes';
import type { SampleFilter } from './data/samples';
import type { SlowMotion } from './training/slow-motion';
import type { ShownPicture, StimulusStore } from './stimulus/stimulus';
import type { Sweep } from './background/sweep';
import type { TrainingStore } from './training/training-state';
import type { ShippedModels } from './network/shipped-models';

export interface Session {
  /** Resolves when the page is what its link says, to whether it could be. */
  ready: Promise<boolean>;
  messages: Messages;
  playback: Playback;
  engine: {
    store: EngineStore;
    /** Starts the chosen executor and moves network, data and training state over; the old one stays if that fails. */
    choose(choice: EngineRequest): Promise<void>;
    /** Measures both executors, training paused meanwhile, and moves over to the faster one where the choice is the page's. */
    measure(): Promise<void>;
  };
  network: {
    store: NetworkStore;
    /**
     * Changes the description. Keeps the weights where they fit; otherwise starts new ones from the seed (the page has
     * asked first, see `changeCost`). `undo` brings the network before the last change back.
     */
    change(spec: NetworkSpec): Promise<void>;
    /** New weights and settings in one: from their seed, and undone together. */
    start(spec: NetworkSpec, settings: Partial<TrainingSettings>): Promise<void>;
    undo(): Promise<void>;
    canUndo(): boolean;
    /**
     * Puts a network, and the settings that come with it, in place of the one at work; `undo` brings back what was there. Resolves to
     * whether it is there: what the engine does not take leaves everything as it was, and is said.
     */
    place(network: Network, origin: Origin, settings?: Partial<TrainingSettings>): Promise<boolean>;
    /** Opens a model file. What was there stays if it is broken, or until `opening`'s question is answered. */
    load(file: Blob, name: string): Promise<void>;
    /** The network as a model file. */
    save(): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
    /** The network for other simulators (NIR), without the state of its training. */
    saveNir(): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
  };
  /** What has to be said of a file's weights before they are a network. */
  opening: Pick<Opening, 'store' | 'describe' | 'dismiss'>;
  data: {
    store: DataStore;
    /** Loads MNIST, the test set first; again after a failure. */
    loadMnist(): Promise<void>;
    /** Own IDX files: images and labels for training, and for test where given (else a sixth of each class is held out). */
    loadFiles(files: OwnFiles, reading?: Reading): Promise<void>;
    /** A set that is there already; whoever brings it brings a network for it, too. */
    bring(sets: OwnSets): Promise<void>;
    /** Points of the plane; where the network does not read them, a new one takes its place, which undo takes back. */
    loadPoints(points: Points): Promise<void>;
  };
  stimulus: {
    store: StimulusStore;
    /** A stroke begins; the redo list is dropped. Sample gives way to the drawing. */
    beginStroke(stroke: Stroke): void;

    /** The stroke under way is now this; nothing where it was taken back meanwhile. */
    extendStroke(stroke: Stroke): void;
    /** The stroke under way was a mistake: what there was before it is there again, a sample too. */
    withdrawStroke(): void;
    /** A picture takes the place of what is looked at, which undo brings back. */
    showPicture(picture: ShownPicture): void;
    /** Reads a picture's file and shows it; what was there stays, and is said why, where it cannot be read. */
    openPicture(file: File, normalised?: boolean): Promise<void>;
    /** Takes away the strokes that an eraser touches on its way, `joined` with those that it took before; whether there are any. */
    erase(way: readonly Point[], joined: boolean): boolean;
    undo(): void;
    redo(): void;
    clear(): void;
    show(role: DataRole, index: number): void;
    /** The next or previous sample that passes the filter; says so when there is none. */
    step(direction: 1 | -1): Promise<void>;
    random(): Promise<void>;
    setFilter(filter: SampleFilter): Promise<void>;
    /** Indices of the test samples that pass the filter, at most `most`, from `from` on. */
    matches(from: number, most: number): number[];
  };
  /** When every neuron spikes over the whole plane, for networks that read points. */
  maps: Maps;
  spikes: {
    store: SpikesStore;
    /** While it trains, weights and spikes come along at least five times a second until the returned function is called. */
    follow(this: void): () => void;
  };
  training: {
    store: TrainingStore;
    /** At which moments training stops by itself, and which has stopped it. */
    breakpoints: BreakpointsStore;
    /** Weights of this run at the ends of its epochs. */
    epochs: ReturnType<typeof createEpochs>['store'];
    /** Starts or goes on; resolves when training pauses, finishes or fails. */
    run(): Promise<void>;
    pause(): Promise<void>;
    /** One batch. */
    step(): Promise<void>;
    /** Back to the initial weights of the seed (a new seed when given). */
    reset(seed?: number): Promise<void>;
    configure(patch: Partial<TrainingSettings>): Promise<void>;
    /** Evaluates the test set with the weights as they are. */
    evaluate(): Promise<void>;
  };
  /** Speed against accuracy on the test set. */
  forced: Forced;
  /** The next step in slow motion. */
  slow: SlowMotion;
  link: {
    /** What a link to the page as it is carries; the views' own choices are left at their defaults. */
    capture(): LinkState;
    /**
     * Opens a link in place of what is there, which undo brings back. Resolves to whether it could: what asks for more than the
     * engine gives leaves the page as it is, and says so.
     */
    open(state: LinkState): Promise<boolean>;
  };
  /** Holds all that is there: the function that it resolves to puts it back. */
  hold: () => Promise<PutBack>;
  /** Keeps the run as it trains, and offers to go on with what an earlier visit has kept. */
  autosave: Autosave;
  /** Earlier moments of the run on the page, to be looked at again. */
  replay: Replay;
  /** The runs kept, of this visit and those before. */
  runs: Runs;
  /** Trains a grid of networks in the background; each becomes a run. */
  sweep: Sweep;
  /** The models shipped with the page. */
  shipped: ShippedModels;
  /** Accuracy on imprecise hardware. */
  robustness: Robustness;
  /** The set samples come from, if it is there. */
  testSet(): ImageSet | null;
  dispose(): Promise<void>;
}
