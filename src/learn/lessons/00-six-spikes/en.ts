import { formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { leftIsland, upperHalf, lowerHalf, start, close } = figures;

export const en = {
  title: 'Six spikes make a boundary',
  claim: 'Six hidden spikes divide the plane by which output fires first.',
  steps: {
    leave: {
      do: 'The colours say which output fires first: purple 0, green 1, pink 2. Drag the point out of its pink island, up into the green.',
      seen: `Now output 1 fires first. At the start it was 2, at ${formatTime(start.time)}, ahead of ${start.ahead} by ${formatTime(start.lead)}.`,
      hints: {
        still: 'It is pink here, so output 2 still fires first. Go on, upwards.',
        purple: 'This is purple: output 0 fires first. Go on upwards, into the green.',
      },
    },
    line: {
      do: `Drag the point slowly onto the black line between green and purple, until the lead beside the large answer is below ${close}. (Arrow keys move it a little.)`,
      seen: 'Two outputs fire at almost the same time; on each side of the line another one is a little earlier. A boundary is a photo finish.',
      hints: {
        island: 'This is an island: output 2 takes part. Take the line between green and purple.',
        purple: 'Purple: output 0 leads. Go closer to the green, until the lead is almost nothing.',
      },
    },
    'left-island': {
      do: `The six squares in the middle of the circuit are the hidden neurons. Click the second one, hidden ${leftIsland}, and silence it with the crossed-out loudspeaker.`,
      seen: `Look at the plane: the left island is gone. Without hidden ${leftIsland}, output 2 is never first there.`,
      hints: {
        other: `That is another neuron. Take it back (Revert), and silence hidden ${leftIsland}, the second one.`,
      },
    },
    'upper-half': {
      do: 'Take that back (Revert). Then find the one hidden neuron without which the upper half turns pink.',
      seen: `Without hidden ${upperHalf}, output 1 no longer wins the upper half: output 2 is first there.`,
      hints: {
        both: `Hidden ${upperHalf} is silent, but another one, too. Let that one fire again.`,
        lower: `Without hidden ${lowerHalf} it is the lower half that turns pink. Take it back, and try another.`,
        other: 'Without this one something else is lost. Take it back, and try another.',
      },
    },
  },
  question: {
    ask: 'What is the black line between two colours?',
    why: 'On the line two outputs reach their threshold at the same time. Hidden spikes decide when they do, so losing one of them bends the line.',
    choices: {
      silent: {
        say: 'Where no output fires',
        because: 'You have been on the line: two outputs fired there.',
      },
      tie: { say: 'Where two outputs fire first at the same time' },
      late: {
        say: 'Where the hidden neurons fire last',
        because: 'Hidden neurons may be early or late there. It is the outputs that race.',
      },
    },
  },
};
