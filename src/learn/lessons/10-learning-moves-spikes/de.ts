import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import type { Translation } from '../../../words/lang/texts';
import type { en } from './en';
import { figures } from './figures';

const { hidden, batch, singleSteps, firstStep, fifthStep, fresh, trained } = figures;
const { right, others, inUse, steps } = figures;

export const de: Translation<typeof en> = {
  title: 'Lernen verschiebt Spikes in der Zeit',
  claim: 'Lernen heißt Spikes verschieben, bis der richtige Ausgang vor allen anderen feuert.',
  steps: {
    reset: {
      do: 'Drücke „Reset“ unter „Training“: Das wirft weg, was diese Gewichte gelernt haben, und würfelt neue. (Wenn du die Lektion verlässt, kommen sie zurück.)',
      seen: `Alle Ausgänge feuern fast gleichzeitig: Der erste führt im Mittel um ${formatTime(fresh.lead)}, und ${formatPercent(fresh.accuracy, 1)} der Testbilder sind richtig. Raten wäre besser.`,
      hints: {
        trained: 'Das Training hat mit anderen Gewichten begonnen. Drücke „Reset“.',
      },
    },
    five: {
      do: `Drücke ${singleSteps}-mal „Step“. Jedes Mal sieht sich das Netz ${batch} Trainingsbilder an und ändert jedes Gewicht ein wenig.`,
      seen: `Von den Bildern des ersten Schritts waren ${formatPercent(firstStep, 1)} richtig, von denen des fünften ${formatPercent(fifthStep, 1)}. Kreise in den Rastern zeigen, wo Spikes vorher waren.`,
      hints: {
        few: `Weiter, bis Schritt ${singleSteps}.`,
        running: `Das ist „Run“, das von selbst weiterläuft. Halte es an: ${singleSteps} Schritte genügen.`,
      },
    },
    slow: {
      do: 'Was geschieht in einem Schritt? Öffne die Zeitlupe (die Schnecke neben „Step“), geh mit dem Pfeil weiter und mach am Ende den Schritt.',
      seen: 'Der Verlust („loss“) sagt, welche Ausgänge früher und welche später feuern sollten. Von dort geht es zurück bis zu jedem Gewicht.',
      hints: {
        opened: 'Das ist die Zeitlupe. Geh mit dem Pfeil bis ans Ende und mach den Schritt.',
      },
    },
    run: {
      do: `Verlasse die Zeitlupe und drücke „Run“: ${formatCount(steps)} Schritte, einige Sekunden. Achte auf die Raster.`,
      seen: `${formatPercent(trained.accuracy)} sind richtig. Der richtige Ausgang feuert im Mittel bei ${formatTime(right.after)}, die anderen bei ${formatTime(others.after)}; vorher waren es ${formatTime(right.before)} und ${formatTime(others.before)}. Verborgene Spikes je Bild: vorher ${fresh.hiddenSpikes}, jetzt ${trained.hiddenSpikes}.`,
      hints: { paused: 'Das Training steht vor seinem Ende. Drücke noch einmal „Run“.' },
    },
  },
  question: {
    ask: `Vorher feuerten für ein Bild alle ${hidden} verborgenen Neuronen, jetzt etwa ${trained.hiddenSpikes}. Was ist mit den anderen?`,
    why: `Jedes Bild lässt seine eigenen rund ${trained.hiddenSpikes} feuern: ${inUse} der ${hidden} feuern noch für irgendein Bild. Auch dass ein Neuron stumm bleibt, sagt etwas.`,
    choices: {
      dead: {
        say: 'Sie sind verbraucht und feuern nie wieder',
        because: 'Zeig ein anderes Bild (Taste N), und andere feuern.',
      },
      needed: { say: 'Sie sind bei diesem Bild stumm und feuern bei anderen' },
      late: {
        say: 'Sie feuern nach der Antwort und werden nicht gezählt',
        because: 'Jeder Spike wird gezählt, auch späte. Diese bleiben unter ihrer Schwelle.',
      },
    },
  },
};
