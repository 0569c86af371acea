import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
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

export const de: Translation<typeof en> = {
  title: 'Tinte ist früh',
  claim: 'Jedes Pixel mit genug Tinte wird ein Spike: je mehr Tinte, desto früher.',
  steps: {
    early: {
      do: `Zeige auf ein Pixel voller Tinte, mitten in einem Strich der 7. Die Zeile unter dem Zeichenfeld sagt, wann es feuert; suche eines vor ${early}. (Auf einem Touchscreen: tippe unter „Spikes“ auf eine der ersten Marken im Raster der Eingabe.)`,
      seen: `Volle Tinte feuert sofort, schon bei ${earlyPixel.time}. Pixel schicken keine Grauwerte, nur den Zeitpunkt je eines Spikes.`,
      hints: {
        later: `Dieses Pixel feuert später als ${early}: Es hat weniger Tinte. Suche eines mitten im Strich.`,
        silent: 'Dieses Pixel bleibt stumm: Es hat zu wenig Tinte. Geh auf den Strich.',
      },
    },
    middle: {
      do: `Finde nun ein halb gefülltes Pixel am Rand eines Strichs: Es feuert zwischen ${middle[0]} und ${middle[1]}.`,
      seen: `Ein Pixel feuert bei t = 1 − Tinte; die Tinte geht von 0 (Papier) bis 1 (voll). Etwa halbe Tinte ist etwa halber Weg: ${middlePixel.time} zum Beispiel.`,
      hints: {
        early: 'Dieses ist voller Tinte und darum früh. Geh an den Rand des Strichs.',
        late: 'Dieses hat wenig Tinte und ist darum spät. Geh ein Pixel weiter in den Strich.',
      },
    },
    faint: {
      do: `Von den ${silent} stummen Pixeln sind ${paper} leeres Papier; die anderen ${faint} haben so wenig Tinte, dass sie nie feuern. Finde eines davon: Das Pixel x ${faintPixel.x}, y ${faintPixel.y} gleich neben dem Strich ist so eines.`,
      seen: `Seine Tinte ist ${faintPixel.intensity}. Tinte bis ${cut} bleibt stumm wie Papier: Von den ${inked} Pixeln mit Tinte feuern ${spiking}.`,
      hints: {
        spikes: 'Dieses feuert. Geh nach außen, wo gerade noch Tinte ist.',
        paper: `Das ist Papier, ganz ohne Tinte. Bleib näher am Strich, etwa beim Pixel x ${faintPixel.x}, y ${faintPixel.y}.`,
      },
    },
  },
  question: {
    ask: `Die Tinte eines Pixels ist ${asked}. Wann feuert es?`,
    why: `Bei t = 1 − ${asked}. Und Papier? Nie: was keine Tinte hat, schickt keinen Spike, und es gibt dafür nichts zu rechnen.`,
  },
};
