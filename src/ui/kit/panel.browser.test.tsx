import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { leaveFullPanel } from '../../view/full-panel';
import { mount, tidy } from './mount.test-data';
import { Panel } from './panel';

afterEach(tidy);

test('a panel with little height keeps its whole head, also where that takes two lines', async () => {
  const aside = ['Voreinstellungen', 'Durchsuchen', 'Vergleichen'].map((word) => (
    <button key={word} type="button">
      {word}
    </button>
  ));
  await mount(
    <div style={{ display: 'flex', flexDirection: 'column', height: 90, overflow: 'auto' }}>
      <Panel title="Durchläufe" aside={aside}>
        <p style={{ flex: 'none', height: 120 }}>words</p>
      </Panel>
    </div>,
  );
  const [words, ...buttons] = ['p', 'header div button'].flatMap((what) => [
    ...document.querySelectorAll(`section ${what}`),
  ]);
  const top = words!.getBoundingClientRect().top;
  expect(buttons).toHaveLength(3);
  for (const button of buttons) {
    expect(button.getBoundingClientRect().bottom).toBeLessThanOrEqual(top);
  }
});

test('the sign of the full screen stands inside the panel, at the right end of its head, whatever stands beside the title', async () => {
  for (const aside of [
    undefined,
    <span key="words">words</span>,
    <button key="b" type="button">
      button
    </button>,
  ]) {
    await mount(
      <Panel title="Runs" aside={aside}>
        words
      </Panel>,
    );
    const box = (what: string) => document.querySelector(what)!.getBoundingClientRect();
    const [panel, title, full] = ['section', 'h2', 'header > button'].map(box);
    expect(full!.left).toBeGreaterThan(title!.right);
    if (aside) expect(full!.left).toBeGreaterThanOrEqual(box('header > div').right);
    expect(panel!.right - full!.right).toBeGreaterThanOrEqual(4);
    expect(panel!.right - full!.right).toBeLessThan(14);
    expect(full!.top).toBeGreaterThanOrEqual(panel!.top + 4);
    expect(full!.width).toBeGreaterThanOrEqual(24);
    expect(full!.height).toBeGreaterThanOrEqual(24);
    tidy();
  }
});

test('the pointer leaves the focus with the panel that fills the screen, the keyboard with the button', async () => {
  await mount(<Panel title="Runs">words</Panel>);
  const panel = document.querySelector('section')!;
  const button = document.querySelector<HTMLButtonElement>('header > button')!;
  await userEvent.click(button);
  expect(panel.dataset.full).toBe('true');
  await vi.waitFor(() => expect(document.activeElement).toBe(panel));
  leaveFullPanel();
  button.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(panel.dataset.full).toBe('true'));
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(button);
  leaveFullPanel();
});
