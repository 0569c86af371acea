/** Plays a lesson through on a page without a document: the shipped model, MNIST's test images, the CPU engine. For tests. */
import { slice } from '../../data/image-set';
import { createCpuEngine } from '../../engine/cpu/engine';
import { testSession, until } from '../../session/session.test-data';
import { createView } from '../../view/create-view';
import type { View } from '../../view/view';
import { perform, type Act } from '../acts/table';
import { holds } from '../conditions/holds';
import { beginningOf } from '../moment';
import type { ShippedLesson } from '../plan';
import { createProgress } from '../progress';
import { createRunner, type Openable } from '../runner';
import { mnist, shippedNetwork } from './testing.node';

export interface How {
  /** Trains on MNIST's training images; without it there are the test images in their place, sooner. */
  training?: boolean;
  /** What the page does by itself once the lesson is open, where a panel would ask for it. */
  opened?: (view: View) => Promise<void>;
}

const pages = new Map<string, Promise<View>>();

/** One page a worker: a lesson that is opened brings it to where it starts. @param images of the test set, to have it sooner */
function pageWith(images = 10_000, training = false): Promise<View> {
  const key = `${images} ${training}`;
  const page = pages.get(key) ?? openPage(images, training);
  pages.set(key, page);
  return page;
}

async function openPage(images: number, training: boolean): Promise<View> {
  const set = slice(await mnist('test'), 0, images);
  const session = testSession({
    startEngine: async () => ({ engine: await createCpuEngine(), reason: 'for a test' }),
    startHelper: () => createCpuEngine(),
    loadMnist: (role) => (training && role === 'train' ? mnist('train') : Promise.resolve(set)),
    loadShipped: async (name) => shippedNetwork(name),
  });
  const view = createView(session);
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => view.derived.run() !== null);
  return view;
}

/** A lesson that was just opened, its runner and what is noticed. */
async function openLesson(view: View, openable: Openable) {
  const progress = createProgress({ read: () => null, write: () => undefined }, () => undefined);
  const runner = createRunner(view, progress, () => 0);
  await runner.open(openable);
  const isDone = () => runner.isDone(runner.store.getState());
  /** "Show me", while a time cursor that plays goes on; whether the page has noticed, and nothing was done before. */
  async function shows(): Promise<boolean> {
    if (isDone()) return false;
    await runner.showMe();
    const noticed = until(() => {
      view.session.playback.tick(0.05, view.derived.end());
      return isDone();
    });
    return noticed.then(() => true).catch(() => false);
  }
  return { runner, isDone, shows };
}

/** The steps that "show me" does, one after the other, from the first to the first that it does not do. */
export async function shownSteps(
  openable: Openable,
  images?: number,
  { training, opened }: How = {},
): Promise<string[]> {
  const view = await pageWith(images, training);
  const { runner, shows } = await openLesson(view, openable);
  await opened?.(view);
  const shown: string[] = [];
  for (const { id } of openable.lesson().steps) {
    if (!(await shows())) break;
    shown.push(id);
    runner.go(shown.length);
  }
  await runner.leave(true);
  return shown;
}

/** What a step says of a wrong try: the hint's name; "done" where it is done by it, null where nothing is said. */
export async function saidOf(
  shipped: ShippedLesson,
  step: string,
  tried: readonly Act[],
  images?: number,
  { training, opened }: How = {},
): Promise<string | null> {
  const view = await pageWith(images, training);
  const { runner, isDone, shows } = await openLesson(view, shipped);
  await opened?.(view);
  const { steps } = shipped.plan;
  const at = steps.findIndex(({ id }) => id === step);
  for (let before = 0; before < at; before++) {
    await shows();
    runner.go(before + 1);
  }
  const began = beginningOf(view);
  const { version } = view.session.spikes.store.getState();
  const { image } = view.session.stimulus.store.getState();
  await perform(tried, view);
  if (view.session.stimulus.store.getState().image !== image)
    await until(() => view.session.spikes.store.getState().version > version);
  await Promise.resolve();
  const hints = Object.entries(steps[at]!.hints ?? {});
  const said = hints.find(([, when]) => holds(when, { view, began }, new Map()))?.[0] ?? null;
  const done = isDone();
  await runner.leave(true);
  return done ? 'done' : said;
}
