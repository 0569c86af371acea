import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputCount, networkName } from '../../model/network';
import { link, state as anyState } from './page-format.test-data';
import type { Field } from '../../session/link/link-codecs';
import { fromNetwork, networkOf, settingsOf } from '../../session/link/link-state';
import { PAGE_FIELDS, PAGE_LINK, type PageLink } from './page-format';

const OPENS_AS_USUAL = /^[A-Z].* so the page opens as usual\.$/;

function problem(hash: string): string {
  const read = PAGE_LINK.decode(hash);
  expect(read.state).toEqual(PAGE_LINK.fallback);
  expect(read.problem).toMatch(OPENS_AS_USUAL);
  return read.problem!;
}

describe('a link', () => {
  it('brings any state back exactly', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const read = PAGE_LINK.decode(`#${PAGE_LINK.encode(state)}`);
        expect(read.problem).toBeNull();
        expect(read.state).toEqual(state);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('needs no escaping that an address, a chat or a mail could change', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const hash = PAGE_LINK.encode(state);
        expect(hash).toMatch(/^[\w.~%=&!'()*-]*$/);
        expect(new URL(`http://x/#${hash}`).hash.replace(/^#/, '')).toBe(hash);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('writes only what differs from the defaults', () => {
    expect(PAGE_LINK.encode(PAGE_LINK.fallback)).toBe('');
    const hash = PAGE_LINK.encode({ ...PAGE_LINK.fallback, seed: 7, k: 2, layers: [64, 10] });
    expect(hash.replace(/&c=\w+/, '')).toBe('v=1&k=2&layers=64-10&seed=7');
    const fields = Object.entries(PAGE_FIELDS) as unknown as [keyof PageLink, Field<unknown>][];
    for (const [key, { write, read, fallback }] of fields) {
      expect(read(write(fallback)), key).toEqual(PAGE_LINK.fallback[key]);
    }
  });

  it('may be written by hand, without a check sum', () => {
    const { state, problem } = PAGE_LINK.decode('#v=1&layers=40-10&k=2&seed=5&sample=12');
    expect(problem).toBeNull();
    expect(state).toEqual({ ...PAGE_LINK.fallback, layers: [40, 10], k: 2, seed: 5, sample: 12 });
    expect(inputCount(networkOf(state))).toBe(196);
    expect(settingsOf(state).seed).toBe(5);
  });

  it('names convolutions as the network does', () => {
    const { state, problem: none } = PAGE_LINK.decode(
      '#v=1&convolutions=16c5s2-32c3&layers=128-10',
    );
    expect(none).toBeNull();
    const spec = networkOf(state);
    expect(networkName(spec)).toBe('784-16c5s2-32c3-128-10');
    expect(fromNetwork(spec).convolutions).toEqual(state.convolutions);
    expect(PAGE_LINK.encode(state)).toContain('convolutions=16c5s2-32c3');
    expect(problem('#v=1&convolutions=16c9')).toContain('a convolution like 16c5s2');
    expect(problem('#v=1&convolutions=16c5s6')).toContain('must be from 1 to 5');
    expect(problem('#v=1&convolutions=2c8s8-2c4')).toContain(
      'larger than the layer before (3 x 3)',
    );
    // The first pixel lies in no other patch than the first.
    expect(problem('#v=1&convolutions=2c4s4&edits=w_1_5_0_0.5')).toContain('does not have');
    expect(PAGE_LINK.decode('#v=1&convolutions=2c4s4&edits=w_1_1_0_0.5').problem).toBeNull();
  });

  it('is the default where there is none', () => {
    for (const hash of ['', '#']) {
      expect(PAGE_LINK.decode(hash)).toEqual({ state: PAGE_LINK.fallback, problem: null });
    }
  });
});

/** What chats, mails, forms and people do to an address on its way. */
const MANGLES: Record<string, (hash: string, at: number) => string> = {
  'as HTML': (hash) => hash.replaceAll('&', '&amp;'),
  'as HTML twice': (hash) => hash.replaceAll('&', '&amp;amp;'),
  'with a full stop': (hash) => `${hash}.`,
  'in brackets': (hash) => `${hash})`,
  'in angle brackets': (hash) => `${hash}%3E`,
  'in quotes': (hash) => `${hash}%22`,
  'in quotes of a book': (hash) => `${hash}%E2%80%9D,`,
  'with a character nobody sees': (hash, at) => splice(hash, at, '%E2%80%8B'),
  'with a byte order mark': (hash) => `\ufeff${hash}`,
  'over two lines': (hash, at) => splice(hash, at, '%0A'),
  'over two lines, joined by a space': (hash, at) => splice(hash, at, '%20'),
  'over two quoted lines': (hash, at) => splice(hash, at, '%0A%3E%20'),
  'over two lines quoted twice, joined by a space': (hash, at) => splice(hash, at, '%20>> '),
  'escaped once more': (hash) => encodeURIComponent(hash),
  'its escapes escaped': (hash) => hash.replaceAll('%', '%25'),
  'counted as part of it': (hash) => `${hash}&utm_source=chat&fbclid=IwAR0-x`,
  'counted as a query': (hash) => `${hash}?utm_source=chat`,
  'with slashes of a router': (hash) => `!/${hash}`,
};

const splice = (text: string, at: number, what: string): string =>
  text.slice(0, at % text.length) + what + text.slice(at % text.length);

/** The place, or where the run of escapes begins that it lies in: so that what the way before has put in stays whole. */
const besideEscapes = (text: string, at: number): number =>
  text.slice(0, at % text.length).search(/(?:%[0-9a-f]{2})*(?:%[0-9a-f]?)?$/i);

const spaces = (text: string): number => text.split('%20').length - 1;

describe('a link that was changed on its way', () => {
  it('opens as what it was, mangled in any way and in any two', () => {
    const names = Object.keys(MANGLES);
    const pairs = names.flatMap((one) => ['', ...names].map((other) => [one, other] as const));
    const rounds = 3;
    const links = fc.sample(anyState, { numRuns: pairs.length * rounds, seed: 6 });
    const places = fc.sample(fc.nat(), { numRuns: links.length, seed: 7 });
    links.forEach((state, i) => {
      const hash = PAGE_LINK.encode(state);
      const [one, other] = pairs[i % pairs.length]!;
      const once = MANGLES[one]!(hash, places[i]!);
      const place = besideEscapes(once, Math.floor(places[i]! / 7));
      const twice = other ? MANGLES[other]!(once, place) : once;
      // Among spaces of its own, one that has come in is found; two are not.
      if (spaces(hash) > 0 && spaces(twice) > spaces(hash) + 1) return;
      const read = PAGE_LINK.decode(`#${twice}`);
      expect(read.problem, `${one}, ${other}: ${twice}`).toBeNull();
      expect(read.state, `${one}, ${other}: ${twice}`).toEqual(state);
    });
  });

  it('keeps what looks like a quoting mark in the name of its data, wherever lines are quoted', () => {
    const names = Object.keys(MANGLES);
    for (const data of ['a>', '>a', 'a>>b', 'a> b', 'a > b', 'a >']) {
      const state = { ...PAGE_LINK.fallback, data, seed: 7, layers: [40, 10] };
      const hash = PAGE_LINK.encode(state);
      for (const [i, one] of names.entries()) {
        for (const [j, other] of ['', ...names].entries()) {
          const once = MANGLES[one]!(hash, besideEscapes(hash, i * 7 + j * 11));
          const place = besideEscapes(once, i * 13 + j * 5);
          const twice = other ? MANGLES[other]!(once, place) : once;
          if (spaces(hash) > 0 && spaces(twice) > spaces(hash) + 1) continue;
          expect(PAGE_LINK.decode(`#${twice}`).state, `${one}, ${other}: ${twice}`).toEqual(state);
        }
      }
    }
  });

  it('may be one written by hand, where nothing of it is lost', () => {
    const state = { ...PAGE_LINK.fallback, layers: [40, 10], seed: 5 };
    for (const hash of [
      '#v=1&amp;layers=40-10&amp;seed=5',
      '#v%3D1%26layers%3D40-10%26seed%3D5',
      '#v=1&layers=40-10&seed=5).',
      '#v=1&layers=40-10&seed=5&utm_source=chat',
    ]) {
      expect(PAGE_LINK.decode(hash), hash).toEqual({ state, problem: null });
    }
    // An unknown key is refused: nobody knows what it would have changed.
    expect(problem('#v=1&layers=40-10&tune=5.')).toContain('speaks of "tune"');
    expect(problem('#v=1&layers=40-10"&seed=5')).toContain('its layers is "40-10""');
  });

  it('is still refused where something is missing, soon, and however long it is', () => {
    const draw = Array.from({ length: 400 }, (_, i) => ({
      points: Array.from({ length: 40 }, (__, n) => ({ x: ((i * n) % 64) / 64, y: n / 64 })),
      width: 0.09,
    }));
    const hash = PAGE_LINK.encode({ ...PAGE_LINK.fallback, draw, data: 'a b c d e f g' });
    expect(hash.length).toBeGreaterThan(30_000);
    const start = performance.now();
    problem(`${hash.slice(0, -1).replaceAll('&', '&amp;')}%3E).`);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('a link that the page writes', () => {
  it('is one that it reads, whatever a file is called and whatever has been set', () => {
    const odd = fc.record({
      data: fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
      epochs: fc.constantFrom(3, 10_003),
      rate: fc.constantFrom(null, NaN, 0.01, 1e9),
      drive: fc.constantFrom(null, Infinity, 12.5),
    });
    fc.assert(
      fc.property(odd, (state) => {
        const read = PAGE_LINK.decode(PAGE_LINK.encode({ ...PAGE_LINK.fallback, ...state }));
        expect(read.problem).toBeNull();
      }),
      { numRuns: 100, seed: 8 },
    );
    const data = `${'0123456789'.repeat(7)}012345678\u{1f600}-images-idx3-ubyte`;
    expect(PAGE_LINK.decode(PAGE_LINK.encode({ ...PAGE_LINK.fallback, data })).state.data).toBe(
      data.slice(0, 79),
    );
  });
});

describe('a link that cannot be used', () => {
  it('is refused in one sentence whatever it is', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'v=1&c%#.-~0aé'.split('')), maxLength: 40 }),
      fc
        .tuple(
          fc.constantFrom(...Object.keys(PAGE_FIELDS), 'v', 'c', 'x'),
          fc.string({ maxLength: 20 }),
        )
        .map(([key, value]) => `v=1&${key}=${value}`),
    );
    fc.assert(
      fc.property(garbage, (hash) => {
        const read = PAGE_LINK.decode(hash);
        if (read.problem === null) {
          // Some of it happens to be a link: then what it says comes back.
          expect(PAGE_LINK.decode(PAGE_LINK.encode(read.state)).state).toEqual(read.state);
        } else {
          expect(read.problem).toMatch(OPENS_AS_USUAL);
          expect(read.state).toEqual(PAGE_LINK.fallback);
        }
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('is noticed when it was cut short', () => {
    fc.assert(
      fc.property(link, fc.nat(), (hash, n) => {
        // Cut behind its check sum, which then does not agree: without the sum it would be a link written by hand.
        const from = /^v=1&c=\w+/.exec(hash)![0].length;
        const length = from + (n % (hash.length - from));
        problem(hash.slice(0, length));
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('is noticed when a character changed', () => {
    fc.assert(
      fc.property(
        link,
        fc.nat(),
        fc.constantFrom(...'0123456789abcxyz'.split('')),
        (hash, n, other) => {
          const from = hash.indexOf('&', 4) + 1;
          const at = from + (n % (hash.length - from));
          fc.pre(hash[at] !== other && !'%=&'.includes(hash[at]!));
          fc.pre(!/%.?$/.test(hash.slice(0, at)));
          problem(hash.slice(0, at) + other + hash.slice(at + 1));
        },
      ),
      { numRuns: 500, seed: 5 },
    );
  });

  it.each([
    ['#spikes', 'no link of this playground'],
    ['#layers=10', 'no link of this playground'],
    ['#v=2&layers=10', 'another version of the playground (its v is 2, this page reads 1)'],
    ['#v=0', 'another version'],
    ['#v=1&tune=3', 'speaks of "tune"'],
    ['#v=1&k=99', 'its k is "99" but must be a whole number from 1 to 8'],
    ['#v=1&threshold=0', 'must be a number above 0, at most 100'],
    ['#v=1&cut=1', 'must be a number from 0 to below 1'],
    ['#v=1&layers=0-10', 'its layers is "0-10"'],
    ['#v=1&layers=128-1', 'The number of classes is 1'],
    ['#v=1&k=2&stride=3', 'coding.stride is 3'],
    ['#v=1&width=4&k=5', 'larger than the image'],
    ['#v=1&neuron=1.128', 'neuron 128 of layer 1, which 784-128-10 does not have'],
    ['#v=1&neuron=3.0', 'neuron 0 of layer 3'],
    ['#v=1&window=2~1', 'without length'],
    ['#v=1&layers=20-3&errors=5', 'class 5'],
    ['#v=1&edits=q_1', 'its edits is "q_1"'],
    ['#v=1&edits=w_1_5_784_0.1', 'a neuron or weight that 784-128-10 does not have'],
    ['#v=1&edits=w_0_5_5_0.1', 'a neuron or weight that 784-128-10 does not have'],
    ['#v=1&seed=1&seed=2', 'the same thing twice'],
    ['#v=1&c=abc&seed=2', 'perhaps cut short'],
    ['#v=1&weights=../../secret', 'its weights is'],
    ['#v=1&hide=engine', 'its hide is'],
    ['#v=1&train=rate', 'must be one of latency, phase, latency-first'],
    ['#v=1&sort=size', 'must be one of index, time, contribution'],
    [
      '#v=1&compare=epoch.3',
      'must be counterpart, a sample like test.12 or time steps like steps.0.01',
    ],
    ['#v=1&compare=steps.0.03', 'its compare is "steps.0.03"'],
    ['#v=1&compare=test.-1', 'its compare is "test.-1"'],
    ['#v=1&draw=AAAA', 'must be a drawing'],
    ['#v=1&seed=%E0%A4%A', 'no link of this playground'],
    ['#v=1&__proto__=1', 'speaks of "__proto__"'],
  ])('%s says what is wrong', (hash, words) => {
    expect(problem(hash)).toContain(words);
  });
});

it('keeps a class lesson short', () => {
  const state: PageLink = { ...PAGE_LINK.fallback, layers: [64, 10], k: 2, seed: 7, sample: 3 };
  expect(PAGE_LINK.encode(state).length).toBeLessThan(60);
});

it('a lesson is written so that its number can be changed by hand, may be added to a link, and needs no version', () => {
  expect(PAGE_LINK.encode({ ...PAGE_LINK.fallback, lesson: 3 })).toBe('v=1&lesson=3');
  const added = `${PAGE_LINK.encode({ ...PAGE_LINK.fallback, hide: ['training'] })}&lesson=7`;
  expect(added).toContain('&c=');
  expect(PAGE_LINK.decode(added)).toMatchObject({ state: { lesson: 7 }, problem: null });
  expect(PAGE_LINK.decode('#lesson=99')).toMatchObject({ state: { lesson: 99 }, problem: null });
  expect(PAGE_LINK.decode('#lesson=abc').problem).toContain('its lesson is "abc"');
});
