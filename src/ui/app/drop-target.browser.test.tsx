import { afterEach, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { imageFile, labelFile } from '../../data/idx.test-data';
import { learningOf } from '../../learn/runner-of';
import { DropTarget } from './drop-target';
import { Messages } from './messages';
import { mount, tidy } from '../kit/mount.test-data';
import { PanelBoundary } from './panel-boundary';
import { rest } from './parts';

// What takes files comes with the rest of the page.
beforeAll(() => rest(), 60_000);
afterEach(tidy);

function drag(type: 'dragenter' | 'drop', file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
}

test('a model dropped on the page is loaded; other files are named', async () => {
  const { session } = await mount(
    <DropTarget>
      <Messages />
    </DropTarget>,
  );
  const { name, bytes } = await session.network.save();
  await session.network.change({ ...session.network.store.getState().spec, layers: [5, 3] });

  const file = new File([bytes], name);
  drag('dragenter', file);
  await expect.element(page.getByText(/^Drop a model/)).toBeVisible();
  drag('drop', file);
  await expect.poll(() => session.network.store.getState().spec.layers).toEqual([12, 3]);
  await expect.element(page.getByText(/^Drop a model/)).not.toBeInTheDocument();

  drag('drop', new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], 'holiday.jpg'));
  const refused = page.getByTestId('error');
  await expect.element(refused).toHaveTextContent(/^holiday\.jpg is a damaged JPEG picture: /);

  // With another file what was wrong with the one before is out of date, whatever the two are.
  drag('drop', new File(['label,a,b\n1,2\n3,4,5\n'], 'broken.csv'));
  await expect.element(refused).toHaveTextContent(/broken\.csv/);
  drag('drop', new File([bytes], name));
  await expect.element(refused).not.toBeInTheDocument();

  // Files of data are recognised by their content, and the message about refused files goes away.
  drag('drop', new File([], 'notes'));
  await expect.element(refused).toHaveTextContent(/^notes is neither/);
  const dropped = new DataTransfer();
  dropped.items.add(new File([imageFile(4, 8, 8)], 'mine'));
  dropped.items.add(new File([labelFile([0, 1, 2, 1])], 'label-of-each-image'));
  const drop = new DragEvent('drop', { dataTransfer: dropped, cancelable: true });
  window.dispatchEvent(drop);
  // What reads them is fetched first.
  await expect.poll(() => session.data.store.getState().name, { timeout: 15_000 }).toBe('mine');
  await expect.element(refused).not.toBeInTheDocument();
});

test('a picture is pasted anywhere but where people type', async () => {
  const { session } = await mount(
    <DropTarget>
      <Messages />
      <input aria-label="A name" />
    </DropTarget>,
  );
  const canvas = new OffscreenCanvas(40, 40);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, 40, 40);
  context.fillStyle = 'black';
  context.fillRect(18, 8, 5, 24);
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([await canvas.convertToBlob()], 'image.png'));
  const paste = () => new ClipboardEvent('paste', { clipboardData, bubbles: true });
  page.getByLabelText('A name').element().dispatchEvent(paste());
  window.dispatchEvent(paste());
  const { store } = session.stimulus;
  await expect.poll(() => store.getState().picture?.name, { timeout: 15_000 }).toBe('image.png');
  expect(store.getState().image.some((byte) => byte === 255)).toBe(true);
  await expect.element(page.getByTestId('error')).not.toBeInTheDocument();
});

test('a lesson dropped on the page opens the lessons, which say what is wrong with it', async () => {
  const { view } = await mount(<DropTarget>{null}</DropTarget>);
  drag('drop', new File(['{ "mtSpikeLesson": 1,\n "titel": "x" }'], 'mine.json'));
  const { own } = learningOf(view);
  // The lessons are fetched first.
  await expect
    .poll(() => own.store.getState().refused?.name, { timeout: 15_000 })
    .toBe('mine.json');
  expect(own.store.getState().refused!.problems.join()).toContain('Line 2, the field "titel"');
  expect(view.store.getState().learning).toBe(true);

  // Another file takes the place of what was said of the first; a lesson is one whatever its name.
  drag('drop', new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], 'holiday.jpg'));
  await expect.poll(() => own.store.getState().refused).toBeNull();
  drag('drop', new File(['{ "mtSpikeLesson": 1,\n "titel": "x" }'], 'mine.txt'));
  await expect.poll(() => own.store.getState().refused?.name).toBe('mine.txt');
});

test('a panel that breaks says so in its place, and comes back', async () => {
  let broken = true;
  const Fragile = () => {
    if (broken) throw new Error('The canvas is gone.');
    return <p>whole</p>;
  };
  await mount(
    <PanelBoundary title="Spikes">
      <Fragile />
    </PanelBoundary>,
  );
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('This panel stopped working: The canvas is gone.');
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('whole')).toBeVisible();
});
