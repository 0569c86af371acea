import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { testSession, until } from '../../session/session.test-data';
import '../kit/theme/theme.css';
import { createView } from '../../view/create-view';
import { ViewContext } from '../kit/session-context';
import './parts';
import { TrainingColumn } from './training-column';

type TestSession = ReturnType<typeof testSession>;

let unmount = () => {};

afterEach(() => unmount());

async function shown(): Promise<TestSession> {
  const session = testSession({ now: () => performance.now() });
  const place = document.createElement('div');
  place.style.width = '316px';
  document.body.append(place);
  const root = createRoot(place);
  root.render(
    <ViewContext value={createView(session)}>
      <TrainingColumn />
    </ViewContext>,
  );
  unmount = () => {
    root.unmount();
    place.remove();
  };
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  return session;
}

const run = page.getByTestId('train-run');
const step = page.getByTestId('training-step');

test('runs to the end of the plan, and resets to the same initial weights', async () => {
  const session = await shown();
  await page.getByTestId('train-reset').click();
  await expect.element(page.getByTestId('test-accuracy')).toHaveTextContent(/^–$/);
  await expect.element(page.getByText(/^New weights, seed 1/)).toBeVisible();
  const initial = Float32Array.from(session.network.store.getState().weights![0]!);

  await page.getByTestId('train-step').click();
  await expect.element(step).toHaveTextContent(/^1$/);
  await run.click();
  await expect.element(step).toHaveTextContent(/^6$/);
  await expect.element(page.getByText(/^3 epochs are done/)).toBeVisible();
  await expect.element(page.getByTestId('test-accuracy')).toHaveTextContent(/^\d+\.\d\d %$/);
  await expect.element(page.getByTestId('images-per-second')).toHaveTextContent(/^\d+$/);
  await expect.element(run).toHaveTextContent('Run');
  expect(session.network.store.getState().weights![0]).not.toEqual(initial);

  await page.getByTestId('train-reset').click();
  await expect.element(step).toHaveTextContent(/^0$/);
  expect(session.network.store.getState().weights![0]).toEqual(initial);
});

test('the accuracy says which step it is of, and is measured again when training rests', async () => {
  const session = await shown();
  const accuracy = page.getByTestId('test-accuracy');
  // There are no other weights yet.
  await expect.element(page.getByTestId('measured-at')).not.toBeInTheDocument();
  const before = accuracy.element().textContent;
  await session.training.configure({ learningRate: 0.1 });
  const seen = new Set<string>();
  const observer = new MutationObserver(() => {
    const at = document.querySelector('[data-testid=measured-at]')?.textContent;
    if (at) seen.add(`${at}: ${accuracy.element().textContent === before ? 'before' : 'after'}`);
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  await page.getByTestId('train-step').click();
  await expect.element(page.getByTestId('measured-at').first()).toHaveTextContent(/^step 1$/);
  observer.disconnect();
  expect([...seen]).toEqual(['at step 0: before', 'step 1: after']);
  expect(accuracy.element().textContent).not.toBe(before);
});

test('Run right after Reset runs', async () => {
  await shown();
  const click = (id: string) => (page.getByTestId(id).element() as HTMLElement).click();
  click('train-reset');
  click('train-run');
  await expect.element(page.getByText(/^3 epochs are done/)).toBeVisible();
});

test('settings act while it runs, and what cannot be is said and not passed on', async () => {
  const session = await shown();
  const settings = () => session.training.store.getState().settings;
  const batch = page.getByLabelText('batch');
  await userEvent.fill(batch, '2000');
  await expect.element(page.getByText('Batch must be from 1 to 1,024.')).toBeVisible();
  expect(settings().batch).toBe(64);
  await userEvent.fill(batch, '32');
  await expect.poll(() => settings().batch).toBe(32);
  await expect.element(page.getByText('Batch must be')).not.toBeInTheDocument();

  await expect.element(page.getByLabelText('margin')).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText('loss', { exact: true }), 'cross-entropy');
  expect(settings().loss).toBe('cross-entropy');
  await expect.element(page.getByLabelText('temperature')).toBeVisible();
  await expect.element(page.getByLabelText('margin')).not.toBeInTheDocument();
});

test('a new seed gives other weights, and is written where the seed stands', async () => {
  const session = await shown();
  const before = Float32Array.from(session.network.store.getState().weights![0]!);
  await page.getByRole('button', { name: 'Other ways to reset' }).click();
  await page.getByTestId('train-reset-seed').click();
  await expect.element(page.getByLabelText('seed')).toHaveValue('2');
  await until(() => session.network.store.getState().origin.kind === 'new');
  expect(session.network.store.getState().weights![0]).not.toEqual(before);
});

test('nothing below the curves moves while a run begins, on points and on images', async () => {
  const session = await shown();
  const below = page.getByText('Settings of the run');
  const top = () => Math.round(below.element().getBoundingClientRect().top);
  const places = async () => {
    const seen = new Set<number>();
    let watching = true;
    // The frame that was asked for last may come when the page is gone already.
    const watch = () => {
      if (!watching) return;
      seen.add(top());
      requestAnimationFrame(watch);
    };
    watch();
    await session.training.run();
    await until(() => page.getByTestId('curve-reading').element().textContent.includes('‖δ‖'));
    watching = false;
    return [...seen];
  };
  await page.getByTestId('train-reset').click();
  await expect.element(page.getByText(/^New weights, seed 1/)).toBeVisible();
  expect(await places()).toHaveLength(1);
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 640, testCount: 90 });
  await until(() => session.network.store.getState().spec.input.width === 5);
  await expect.element(page.getByText(/^New weights, seed 1/)).toBeVisible();
  expect(await places()).toHaveLength(1);
});

test('a number of the confusion matrix opens an image that is taken so', async () => {
  const session = await shown();
  const panel = page.getByRole('region', { name: 'Training' }).element() as HTMLElement;
  Object.assign(panel.style, { height: '500px', overflowY: 'auto' });
  await page.getByText('Confusion matrix').click();
  // The whole matrix is scrolled into view, however full the column is.
  const matrix = panel.querySelector('details:has(table)')!;
  await until(() => matrix.getBoundingClientRect().bottom <= panel.getBoundingClientRect().bottom);
  const { evaluation } = session.network.store.getState();
  const set = session.testSet()!;
  const cell = evaluation!.confusion.findIndex((n, i) => n > 0 && i % 4 !== 0);
  const [label, answer] = [Math.floor(cell / 3), cell % 3];
  expect(cell).toBeGreaterThan(-1);
  await page.getByRole('button', { name: `of class ${label} read as ${answer}` }).click();
  const { sample, filter } = session.stimulus.store.getState();
  // The samples are filtered to these images, so next and previous stay among them.
  expect(filter).toEqual({ label, misread: true, answer });
  expect(session.stimulus.matches(0, 99)).toHaveLength(evaluation!.confusion[cell]!);
  expect(set.labels[sample!.index]).toBe(label);
  expect(evaluation!.answers[sample!.index]).toBe(answer);
});

test('curves of a kept run lie over the next', async () => {
  const session = await shown();
  await session.training.configure({ batch: 12 });
  await run.click();
  await expect.element(page.getByText(/^3 epochs are done/)).toBeVisible();
  await page.getByTestId('train-reset').click();
  await expect.element(page.getByLabelText('Name of this run')).toHaveValue('64-12-3');
  await run.click();
  await expect.element(page.getByText(/^3 epochs are done/)).toBeVisible();
  await expect
    .element(page.getByText(/^Accuracy over 24 steps: training from/))
    .toBeInTheDocument();
  const lines = () =>
    Number(document.querySelector<SVGElement>('[data-testid=chart]')?.dataset.lines ?? 0);
  await until(() => lines() > 0);
  const own = lines();
  await page.getByLabelText('Show the curve of 64-12-3').click();
  await until(() => lines() === own + 1);

  // A long name without a space is cut, and breaks in sentences: it covers no accuracy and makes nothing wider.
  const { runs } = session;
  const long = 'a'.repeat(80);
  runs.rename(runs.store.getState().current!, long);
  await expect.element(page.getByTitle(long)).toBeVisible();
  const name = page.getByTitle(long).element();
  await until(() => name.scrollWidth > name.clientWidth);
  const accuracy = name.parentElement!.nextElementSibling!;
  expect(name.getBoundingClientRect().right).toBeLessThanOrEqual(
    accuracy.getBoundingClientRect().left,
  );
  expect(getComputedStyle(name).overflow).toBe('hidden');
  await runs.restore(runs.store.getState().current!);
  const says = page.getByTestId('training-says');
  await expect.element(says).toHaveTextContent(long);
  expect(says.element().scrollWidth).toBeLessThanOrEqual(316);
});
