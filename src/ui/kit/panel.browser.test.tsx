import { afterEach, expect, test } from 'vitest';
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
