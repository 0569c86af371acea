/** What WebKit draws larger than it is laid out, held back; other browsers show no difference, so the rules themselves are looked at. */
import { afterEach, expect, test } from 'vitest';
import { mount, tidy } from '../kit/mount.test-data';
import { Select } from '../kit/select';
import { ModelFiles } from './model-files';
import { OwnData } from './own-data';

afterEach(tidy);

test('a file field reaches over no neighbour, and a list has the arrow of the page', async () => {
  await mount(
    <>
      <ModelFiles />
      <OwnData onUse={() => undefined} />
      <Select
        label="List"
        value="a"
        options={[{ value: 'a', label: 'a' }]}
        onChange={() => undefined}
      />
    </>,
  );
  const fields = [...document.querySelectorAll('input[type=file]')];
  expect(fields.map((field) => getComputedStyle(field).clipPath)).toEqual(
    Array.from({ length: 5 }, () => 'inset(50%)'),
  );
  const { appearance, paddingInlineEnd, backgroundImage } = getComputedStyle(
    document.querySelector('select')!,
  );
  expect([appearance, paddingInlineEnd]).toEqual(['none', '17px']);
  expect(backgroundImage).toContain('linear-gradient');
});
