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
  claim: 'Jeder Bildpunkt mit genug Tinte wird ein Spike: je mehr Tinte, desto früher.',
  steps: {
    early: {
      do: `Zeige auf einen Bildpunkt voller Tinte, mitten in einem Strich der 7. Die Zeile unter dem Feld sagt, wann er feuert; suche einen vor ${early}. (Auf einem Touchscreen: tippe unter „Spikes“ auf eine der ersten Marken im Raster des Eingangs.)`,
      seen: `Volle Tinte feuert sofort, schon bei ${earlyPixel.time}. Bildpunkte schicken keine Grauwerte, nur den Zeitpunkt je eines Spikes.`,
      hints: {
        later: `Dieser Bildpunkt feuert später als ${early}: er hat weniger Tinte. Suche einen mitten im Strich.`,
        silent: 'Dieser Bildpunkt bleibt still: er hat zu wenig Tinte. Geh auf den Strich.',
      },
    },
    middle: {
      do: `Finde nun einen halb gefüllten Bildpunkt am Rand eines Strichs: er feuert zwischen ${middle[0]} und ${middle[1]}.`,
      seen: `Ein Bildpunkt feuert bei t = 1 − Tinte; die Tinte geht von 0 (Papier) bis 1 (voll). Etwa halbe Tinte ist etwa halber Weg: ${middlePixel.time} zum Beispiel.`,
      hints: {
        early: 'Dieser ist voller Tinte und darum früh. Geh an den Rand des Strichs.',
        late: 'Dieser hat wenig Tinte und ist darum spät. Geh einen Bildpunkt weiter in den Strich.',
      },
    },
    faint: {
      do: `Von den ${silent} stillen Bildpunkten sind ${paper} leeres Papier; die anderen ${faint} haben so wenig Tinte, dass sie nie feuern. Finde einen davon: der bei x ${faintPixel.x}, y ${faintPixel.y}, gleich neben dem Strich, ist so einer.`,
      seen: `Seine Tinte ist ${faintPixel.intensity}. Tinte bis zur Schwelle von ${cut} bleibt still wie Papier: von den ${inked} Bildpunkten mit Tinte feuern ${spiking}.`,
      hints: {
        spikes: 'Dieser feuert. Geh nach außen, wo gerade noch Tinte ist.',
        paper: `Das ist Papier, ganz ohne Tinte. Bleib näher am Strich, etwa bei x ${faintPixel.x}, y ${faintPixel.y}.`,
      },
    },
  },
  question: {
    ask: `Ein Bildpunkt hat Tinte von ${asked}. Wann feuert er?`,
    why: `Bei t = 1 − ${asked}. Und Papier? Nie: was keine Tinte hat, schickt keinen Spike, und es gibt dafür nichts zu rechnen.`,
  },
};
