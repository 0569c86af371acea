/** Links: sound ones with keys, values and encodings changed. */
import fc from 'fast-check';
import { birthOf, networkOf, settingsOf, shippedModel } from '../../src/session/link/link-state';
import { link } from '../../src/view/link/page-format.test-data';
import type { Random } from '../../src/model/random';
import { changeText } from './change-bytes';
import { chance, pick } from './dice';
import { require, requireSentence, type Target } from './target';
import { PAGE_FIELDS, PAGE_LINK } from '../../src/view/link/page-format';

const SOUND = [
  ...fc.sample(link, { seed: 1, numRuns: 40 }),
  'v=1&layers=40-10&k=2&seed=5',
  'v=1&convolutions=16c5s2-32c3&layers=128-10&edits=w_1_5_0_0.1',
];

/** Lone surrogates, which no address can hold, are taken out. */
const whole = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '');

const WAYS: ((random: Random, hash: string) => string)[] = [
  changeText,
  changeText,
  // A link without a check sum counts as written by hand and is read all the same, so the damage gets as far as the values.
  (random, hash) => changeText(random, hash.replace(/c=\w+&/, '')),
  (random, hash) =>
    `${hash.replace(/c=\w+&/, '')}&${pick(random, Object.keys(PAGE_FIELDS))}=${changeText(random, '1')}`,
  (random, hash) => {
    const parts = hash.replace(/c=\w+&/, '').split('&');
    const at = random.below(parts.length);
    return parts.with(at, changeText(random, parts[at]!)).join('&');
  },
  (random, hash) => encodeURIComponent(whole(hash)).slice(random.below(2)),
  (random, hash) => hash.replaceAll('&', pick(random, ['&amp;', '&amp;amp;', ';', '\n&'])),
  (random, hash) =>
    hash + pick(random, ['.', ')', '>', '"', '\u200b', '&utm_source=x', '\n', '#v=1']),
];

export const links: Target = {
  name: 'links',
  make(random) {
    let hash = pick(random, SOUND);
    do hash = pick(random, WAYS)(random, hash);
    while (chance(random, 0.3));
    return { hash: whole(hash) };
  },
  attempt({ hash }) {
    const { state, problem } = PAGE_LINK.decode(`#${hash as string}`);
    if (problem !== null) {
      requireSentence(problem);
      return;
    }
    networkOf(state);
    settingsOf(state);
    shippedModel(state);
    birthOf(state);
    const again = PAGE_LINK.decode(PAGE_LINK.encode(state));
    require(again.problem === null, `Its own link is refused: ${again.problem}`);
    require(JSON.stringify(again.state) === JSON.stringify(state), 'Another state comes back.');
  },
};
