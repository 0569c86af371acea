import { formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { hidden, leftIsland, upperHalf, lowerHalf, start, close, weights } = figures;

export const en = {
  title: 'Six spikes make a boundary',
  claim: `A network of ${hidden} hidden neurons divides the plane by asking which output fires first.`,
  steps: {
    leave: {
      do: 'The colours of the plane say which output fires first where: purple is 0, green is 1, pink is 2. The point stands in a pink island. Drag it up into the green.',
      seen: `Output 1 now fires before output 2. At first it was the other way round: 2 fired at ${formatTime(start.time)}, ahead of ${start.ahead} by ${formatTime(start.lead)}.`,
      hints: {
        still: 'It is pink here, so output 2 still fires first. Go on, upwards.',
        purple: 'This is purple: output 0 fires first. Go on upwards, into the green.',
      },
    },
    line: {
      do: `Now drag the point onto the black line between green and purple, slowly. Beside the large answer it says by how much the first output leads; get that below ${close}. (The arrow keys move the point by a little.)`,
      seen: 'On the line two outputs fire at almost the same time. On one side one is a little earlier, on the other side the other: a boundary is a photo finish.',
      hints: {
        island: 'This is an island: output 2 takes part. Take the line between green and purple.',
        purple: 'Purple: output 0 leads. Go closer to the green, until the lead is almost nothing.',
      },
    },
    'left-island': {
      do: `The ${hidden} squares in the middle of the circuit are the hidden neurons, ${weights} weights hold all together. Click the second from the top, hidden ${leftIsland}, and silence it: the crossed-out loudspeaker in the Neuron panel.`,
      seen: `Look at the plane: the left island is gone. Without the spike of hidden ${leftIsland}, output 2 is never first there.`,
      hints: {
        other: `That is another neuron. Take it back (Revert), and silence hidden ${leftIsland}, the second from the top.`,
      },
    },
    'upper-half': {
      do: 'Take that back (Revert). Then find the one hidden neuron without which the whole upper half turns pink: silence one after the other, and look at the plane each time.',
      seen: `Hidden ${upperHalf} is what lets output 1 win the upper half. Without it output 2 is first there.`,
      hints: {
        both: `Hidden ${upperHalf} is silent, but another one, too. Let that one fire again, so that only one is missing.`,
        lower: `Without hidden ${lowerHalf} it is the lower half that turns pink. Take it back, and try another.`,
        other: 'Without this one something else is lost. Take it back, and try another.',
      },
    },
  },
  question: {
    ask: 'What is the black line between two colours?',
    why: 'On the line two outputs reach their threshold at the same time. The hidden spikes decide when each output gets there, so moving or losing one of them bends the line.',
    choices: {
      silent: {
        say: 'The places where no output fires',
        because: 'You have been on the line: two outputs fired there, at almost the same time.',
      },
      tie: { say: 'The places where two outputs fire first at the same time' },
      late: {
        say: 'The places where the hidden neurons fire last',
        because: 'Hidden neurons may be early or late on the line. It is the outputs that race.',
      },
    },
  },
};
