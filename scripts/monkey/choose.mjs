/** What the monkey does next. Each action is plain data, so that it can be written down and done again. */
import { FILES } from './files.mjs';

const KEYS =
  'Enter Escape Tab Shift+Tab Backspace Home End Space Control+z Control+Shift+z ArrowLeft ArrowRight ArrowUp ArrowDown n p x m c z v r s e d o g + - 0 ?'.split(
    ' ',
  );
const TEXTS = [
  '0',
  '1',
  '-1',
  '0,5',
  '1e9',
  '3.7',
  '28',
  '784',
  'abc',
  '',
  '<b>',
  ' ',
  '∞',
  '999999999',
];
const LINKS = [
  '',
  '#v=1',
  '#v=1&layers=20-10',
  '#v=1&layers=16c5s2-24-10&weights=new',
  '#v=1&weights=49-128-10&sample=7',
  '#v=1&layers=&k=99&threshold=-3',
  '#v=99&layers=20-10',
  '#%00<script>',
  '#v=1&draw=zzzz',
];
const SIZES = [
  [1440, 900],
  [1024, 700],
  [390, 844],
  [844, 390],
  [256, 300],
];

/** [share, what it does]; `spots` are the page's controls and `surfaces` its canvases, as `look` sees them. */
const KINDS = [
  [40, ({ one, spots }) => spots.length > 0 && { do: 'press', ...one(spots) }],
  [12, ({ one }) => ({ do: 'key', key: one(KEYS) })],
  [8, ({ one, fields }) => fields.length > 0 && { do: 'fill', ...one(fields), text: one(TEXTS) }],
  [
    6,
    ({ one, choices, random }) =>
      choices.length > 0 && { do: 'choose', ...one(choices), at: random() },
  ],
  [
    14,
    ({ one, surfaces, random }) =>
      surfaces.length > 0 && {
        do: 'drag',
        ...one(surfaces),
        points: Array.from({ length: 2 + Math.floor(random() * 6) }, () => [random(), random()]),
      },
  ],
  [
    3,
    ({ one, surfaces, random }) =>
      surfaces.length > 0 && {
        do: 'wheel',
        ...one(surfaces),
        by: Math.round(random() * 800 - 400),
      },
  ],
  [4, ({ random }) => ({ do: 'scroll', at: random() })],
  [4, ({ random }) => ({ do: 'wait', milliseconds: Math.round(random() * 400) })],
  [
    3,
    ({ one, random }) => ({
      do: 'drop',
      files: Array.from({ length: 1 + Math.floor(random() * 2) }, () => one(FILES).name),
    }),
  ],
  [2, ({ one }) => ({ do: 'resize', size: one(SIZES) })],
  [2, ({ one }) => ({ do: 'theme', scheme: one(['light', 'dark']) })],
  [1, ({ one }) => ({ do: 'link', hash: one(LINKS) })],
  [1, () => ({ do: 'reload' })],
];
const ALL = KINDS.reduce((sum, [share]) => sum + share, 0);

/**
 * @param {() => number} random
 * @param {{ spots: object[], fields: object[], choices: object[], surfaces: object[] }} seen
 * @returns {object} an action
 */
export function chooseAction(random, seen) {
  const one = (list) => list[Math.floor(random() * list.length)];
  for (;;) {
    let ticket = random() * ALL;
    const [, make] = KINDS.find(([share]) => (ticket -= share) < 0) ?? KINDS[0];
    const action = make({ ...seen, one, random });
    if (action) return action;
  }
}
