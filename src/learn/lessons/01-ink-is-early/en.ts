import { figures } from './figures';

const {
  inked,
  spiking,
  faint,
  silent,
  paper,
  cut,
  early,
  middle,
  earlyPixel,
  middlePixel,
  faintPixel,
  asked,
} = figures;

export const en = {
  title: 'Ink is early',
  claim: 'Every pixel with enough ink becomes one spike: the more ink, the earlier.',
  steps: {
    early: {
      do: `Point at a pixel full of ink, in the middle of a stroke of the 7. The line below the pad says when it fires; look for one before ${early}. (On a touch screen: tap one of the first marks in the input’s raster, under Spikes.)`,
      seen: `Full ink fires at once, as early as ${earlyPixel.time}. The pixels send no grey levels, only the time of one spike each.`,
      hints: {
        later: `That pixel fires later than ${early}: it has less ink. Look for one in the middle of the stroke.`,
        silent: 'That pixel stays silent: there is too little ink. Go onto the stroke.',
      },
    },
    middle: {
      do: `Now find a pixel that is half inked, at the edge of a stroke: it fires between ${middle[0]} and ${middle[1]}.`,
      seen: `A pixel fires at t = 1 − ink, where ink goes from 0 (paper) to 1 (full). About half ink is about half of the way: ${middlePixel.time}, for instance.`,
      hints: {
        early: 'That one is full of ink, so it is early. Go to the edge of the stroke.',
        late: 'That one has little ink, so it is late. Go a pixel further into the stroke.',
      },
    },
    faint: {
      do: `Of the ${silent} silent pixels ${paper} are blank paper; the other ${faint} have so little ink that they never fire. Find one of those: pixel x ${faintPixel.x}, y ${faintPixel.y}, just outside the stroke, is such a one.`,
      seen: `Its ink is ${faintPixel.intensity}. Ink up to the cut of ${cut} stays silent, as paper does: of the ${inked} inked pixels ${spiking} fire.`,
      hints: {
        spikes: 'That one fires. Go outwards, where the ink is only just there.',
        paper: `That is paper: no ink at all. Stay closer to the stroke, at pixel x ${faintPixel.x}, y ${faintPixel.y} for instance.`,
      },
    },
  },
  question: {
    ask: `A pixel has ink of ${asked}. When does it fire?`,
    why: `At t = 1 − ${asked}. And paper? Never: what has no ink sends no spike, and nothing has to be computed for it.`,
  },
};
