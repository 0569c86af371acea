import { expect, it } from 'vitest';
import { embedOf, PANELS, shownPanels } from './panels';

it('reads which panels are to be embedded', () => {
  expect(embedOf('')).toBeNull();
  expect(embedOf('?engine=cpu')).toBeNull();
  expect(embedOf('?embed=neuron,spikes')).toEqual(['spikes', 'neuron']);
  expect(embedOf('?embed=neuron.spikes')).toEqual(['spikes', 'neuron']);
  expect(embedOf('?embed=spikes%2C%20samples&engine=cpu')).toEqual(['samples', 'spikes']);
  // No panel of that name: all are shown, rather than an empty frame.
  expect(embedOf('?embed')).toEqual(PANELS);
  expect(embedOf('?embed=rasters')).toEqual(PANELS);
});

it('shows what is not hidden, and what is embedded whatever is hidden', () => {
  const others = PANELS.filter((panel) => panel !== 'training' && panel !== 'input');
  expect(shownPanels({ hide: ['training', 'input'], embed: null })).toEqual(others);
  expect(shownPanels({ hide: ['training'], embed: ['training'] })).toEqual(['training']);
});
