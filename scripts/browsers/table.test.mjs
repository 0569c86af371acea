import { expect, test } from 'vitest';
import { outcomesOf, tableOf } from './table.mjs';

const ran = (projectName, status, duration, annotations) => ({
  projectName,
  status,
  results: [...(status === 'flaky' ? [{ duration: 90_000 }] : []), { duration, annotations }],
});
const note = (type, description) => ({ type, description });

const report = {
  suites: [
    {
      specs: [
        {
          title: 'open',
          tests: [
            ran('firefox', 'expected', 1540, [
              note('browser', 'Firefox 153'),
              note('engine', 'CPU'),
            ]),
            ran('chromium', 'expected', 960, [note('browser', 'Chromium 156')]),
          ],
        },
      ],
      suites: [
        {
          specs: [
            {
              title: 'draw',
              tests: [ran('firefox', 'unexpected', 2000), ran('chromium', 'flaky', 3000)],
            },
          ],
        },
      ],
    },
  ],
};

test('says each errand in each browser: its seconds and a second try, that it failed, that it did not run, that the browser was not had', () => {
  const columns = ['chromium', 'firefox', 'other', 'webkit'];
  const table = tableOf(outcomesOf(report), columns, { webkit: 'WebKit could not be had.' });
  expect(table.split('\n')).toEqual([
    '| errand  | chromium        | firefox     | other   | webkit  |',
    '| ------- | --------------- | ----------- | ------- | ------- |',
    '| browser | Chromium 156    | Firefox 153 | -       | not had |',
    '| engine  | -               | CPU         | -       | not had |',
    '| open    | 1.0 s           | 1.5 s       | NOT RUN | not had |',
    '| draw    | 3.0 s (2nd try) | FAILED      | NOT RUN | not had |',
  ]);
});
