import { texts } from '../../../words/lang/texts';

export const PATCH_WORDS = texts(
  {
    pixels: '16 pixels',
    train: 'one train, one ramp',
    caption:
      'More ink spikes earlier. Grey: what all spikes add up to, one ramp after the other. Black: the one ramp that stands for them, from their mean time t̄ on; after the last spike the two are the same.',
    says: 'A patch of 16 pixels, most of them with ink, becomes one train of spikes, and the train one ramp that begins at the mean time of its spikes.',
  },
  {
    de: {
      pixels: '16 Pixel',
      train: 'eine Folge, eine Rampe',
      caption:
        'Mehr Tinte feuert früher. Grau: was alle Spikes zusammen ergeben, eine Rampe nach der anderen. Schwarz: die eine Rampe, die für sie steht, ab ihrer mittleren Zeit t̄; nach dem letzten Spike sind beide gleich.',
      says: 'Ein Feld von 16 Pixeln, die meisten mit Tinte, wird eine Folge von Spikes, und die Folge eine Rampe, die zur mittleren Zeit ihrer Spikes beginnt.',
    },
  },
);
