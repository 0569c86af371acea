import { describe, expect, it } from 'vitest';
import { carried } from '../../view/link/carried';
import { addressOf, embedCode } from '../../view/link/address';
import { PAGE_LINK } from '../../view/link/page-format';

const state = { ...PAGE_LINK.fallback, layers: [64, 10], k: 2, seed: 7, rate: 0.01, neuron: null };

describe('the address', () => {
  it('opens the state, and forces no engine on others', () => {
    const address = addressOf(
      state,
      'https://example.org/p/?engine=cpu&embed=spikes&sw=off#v=1&old',
    );
    expect(address).toMatch(/^https:\/\/example.org\/p\/#v=1&c=\w+&k=2&/);
    expect(PAGE_LINK.decode(new URL(address).hash).state).toEqual(state);
    expect(addressOf(PAGE_LINK.fallback, 'https://example.org/#v=1')).toBe('https://example.org/');
  });

  it('goes into a frame that shows only some panels, with the script that sets its height', () => {
    const frame = { panels: ['spikes', 'neuron'], host: null };
    const code = embedCode(state, frame, 'https://example.org/p/?host=https://x.example#v=1');
    const address = /src="([^"]*)"/.exec(code)![1]!.replaceAll('&amp;', '&');
    expect(new URL(address).search).toBe('?embed=spikes,neuron');
    expect(PAGE_LINK.decode(new URL(address).hash).state).toEqual(state);
    expect(code).toContain('<script src="https://example.org/p/embed.js" async></script>');

    const named = embedCode(state, { ...frame, host: 'https://c.example' }, 'https://a.example/');
    expect(named).toContain('?embed=spikes,neuron&amp;host=https://c.example#v=1');
  });
});

describe('what a link carries', () => {
  it('is said in words', () => {
    expect(carried(PAGE_LINK.fallback)).toEqual([
      { what: 'Network', value: '784-128-10' },
      { what: 'Weights', value: 'of the shipped model 784-128-10' },
      { what: 'Input', value: 'test image 1' },
    ]);
    const stroke = { points: [{ x: 0, y: 0 }], width: 0.09 };
    expect(
      carried({
        ...state,
        threshold: 2,
        train: 'phase',
        draw: [stroke, stroke],
        neuron: { layer: 1, neuron: 37 },
        t: 0.75,
        sort: 'time',
        compare: { role: 'train', index: 12 },
        errors: '3',
        hide: ['training'],
      }),
    ).toEqual([
      { what: 'Network', value: '196-64-10, k = 2, train phase, threshold 2' },
      { what: 'Weights', value: 'new, from seed 7' },
      { what: 'Training', value: 'learning rate 0.01, seed 7' },
      { what: 'Input', value: 'your drawing, 2 strokes' },
      { what: 'Selected', value: 'hidden 37' },
      { what: 'Cursor', value: 't = 0.75' },
      { what: 'View', value: 'rows by time, compared with training image 13, errors towards 3' },
      { what: 'Hidden', value: 'training' },
    ]);
  });
});
