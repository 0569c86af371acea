/** What time is measured in. */

/** Under the layers' names, at the head of the time axis: two short lines. */
export const TIME_UNIT = 'time: input\nfrom 0 to 1';

export const TIME_SAYS =
  'Time has no unit: the input’s spikes come between 0 and 1, and all other times are counted in that window.';
