import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { hidden, classes, batch, singleSteps, firstStep, fifthStep, fresh, trained } = figures;
const { afterFive, right, others, inUse, steps, epochs } = figures;

export const de: Translation<typeof en> = {
  title: 'Lernen verschiebt Spikes in der Zeit',
  claim:
    'Lernen heißt Spikes verschieben: den des richtigen Ausgangs nach vorn, die der anderen nach hinten, bei jedem Schritt ein wenig.',
  steps: {
    reset: {
      do: 'Drücke „Reset“ im Feld „Training“: Das wirft alles weg, was diese Gewichte gelernt haben, und würfelt neue. (Wenn du die Lektion verlässt, kommen sie zurück.)',
      seen: `Fast alle ${hidden} verborgenen Neuronen feuern, und alle ${classes} Ausgänge fast zur selben Zeit: Der erste führt im Mittel um ${formatTime(fresh.lead)}. ${formatPercent(fresh.accuracy, 1)} der Testbilder sind richtig, nicht besser als geraten.`,
      hints: {
        trained: 'Das Training hat mit anderen Gewichten begonnen. Halte es an und drücke „Reset“.',
      },
    },
    five: {
      do: `Drücke ${singleSteps}-mal „Step“. Jedes Mal sieht sich das Netz ${batch} Trainingsbilder an und ändert jedes Gewicht ein wenig.`,
      seen: `Von den Bildern des ersten Schritts waren ${formatPercent(firstStep, 1)} richtig, von denen des fünften ${formatPercent(fifthStep, 1)}; von den Testbildern jetzt ${formatPercent(afterFive.accuracy, 1)}. Die Kreise in den Rastern zeigen, wo die Spikes vorher waren.`,
      hints: {
        few: `Das war einer. Weiter bis Schritt ${singleSteps}.`,
        running: `Das ist „Run“, das von selbst weiterläuft. Halte es an: Es zählt, dass ${singleSteps} Schritte gemacht sind.`,
      },
    },
    slow: {
      do: 'Was geschieht in einem Schritt? Öffne die Zeitlupe (die Schnecke neben „Step“), geh mit dem Pfeil durch ihre Phasen und mach am Ende den Schritt.',
      seen: 'Der Fehler („loss“) sagt, welche Ausgänge früher oder später hätten feuern sollen. Das geht zurück bis zu jedem Gewicht, und jedes ändert sich ein wenig, damit es so kommt.',
      hints: {
        opened: 'Das ist die Zeitlupe. Geh mit dem Pfeil bis ans Ende und mach den Schritt.',
      },
    },
    run: {
      do: `Verlasse die Zeitlupe und drücke „Run“: ${epochs}-mal durch alle Trainingsbilder, ${formatCount(steps)} Schritte. Das dauert einige Sekunden; achte auf die Raster und die verborgenen Spikes.`,
      seen: `${formatPercent(trained.accuracy)} der Testbilder sind richtig. Im Mittel feuert der richtige Ausgang bei ${formatTime(right.after)}, die anderen bei ${formatTime(others.after)}; vorher waren es ${formatTime(right.before)} und ${formatTime(others.before)}. Verborgene Spikes je Bild: vorher ${fresh.hiddenSpikes}, jetzt ${trained.hiddenSpikes}.`,
      hints: { paused: 'Das Training steht vor seinem Ende. Drücke noch einmal „Run“.' },
    },
  },
  question: {
    ask: `Vorher feuerten für ein Bild alle ${hidden} verborgenen Neuronen, jetzt etwa ${trained.hiddenSpikes}. Was ist mit den anderen?`,
    why: `Jedes Bild lässt seine eigenen rund ${trained.hiddenSpikes} feuern: ${inUse} der ${hidden} feuern noch für irgendein Bild. Was ein Neuron zu sagen hat, ist, wann es feuert und ob überhaupt.`,
    choices: {
      dead: {
        say: 'Sie sind verbraucht und feuern nie wieder',
        because: 'Zeig ein anderes Bild, und andere feuern.',
      },
      needed: { say: 'Sie warten auf andere Bilder: Für dieses braucht man sie nicht' },
      late: {
        say: 'Sie feuern erst nach der Antwort und werden nicht gezählt',
        because: 'Jeder Spike wird gezählt, auch späte. Diese bleiben unter ihrer Schwelle.',
      },
    },
  },
};
