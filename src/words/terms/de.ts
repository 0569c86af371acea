/** The terms in German. Names that stand on the page in English keep that name, with the German one beside it. */
import type { Translation } from '../lang/texts';
import type { EN } from './en';

export const DE: Translation<typeof EN> = {
  t: {
    name: 't, Zeit',
    says: 'Eine Zeit, keine Wahrscheinlichkeit; sie hat keine Einheit. Die Spikes der Eingabe kommen zwischen 0 und 1, die späterer Schichten, wann sie kommen. Es ist die Zeit des Modells, nicht die deiner Uhr: Beim Abspielen läuft sie langsam.',
  },
  spike: {
    name: 'Spike',
    says: 'Alles, was ein Neuron anderen sagt: jetzt. Ein Spike hat keine Größe; es zählt nur, wann er kommt, und ein Neuron feuert einmal oder gar nicht.',
  },
  ink: {
    name: 'ink, x (Tinte)',
    says: 'Wie dunkel ein Pixel ist, von 0 (Papier) bis 1 (volle Tinte). Mehr Tinte ist früher: Ein Pixel feuert bei t = 1 − x.',
  },
  cut: {
    name: 'cut (Tintengrenze)',
    says: 'Tinte bis zu diesem Wert gilt als Papier: Ein solches Pixel feuert nie, und es gibt dafür nichts zu rechnen.',
  },
  silent: {
    name: 'silent (stumm)',
    says: 'Ein Neuron, das nicht feuert: Papier, oder ein Neuron, das seine Schwelle bis zu seiner Frist nicht erreicht hat. Es gibt nichts weiter, und kein Neuron nach ihm hat dafür etwas zu addieren.',
  },
  fired: {
    name: 'fired (gefeuert)',
    says: 'Wie viele Neuronen der Schicht bis zur Zeit des Cursors gefeuert haben.',
  },
  hidden: {
    name: 'hidden (verborgene Neuronen)',
    says: 'Die Neuronen zwischen der Eingabe und den Ausgängen. Jedes zählt die Spikes zusammen, die es erreichen, und feuert einmal, sobald es genug sind.',
  },
  potential: {
    name: 'V, Potential',
    says: 'Wie voll ein Neuron ist. Jeder Spike, der es erreicht, lässt sein Potential V von da an stetig steigen (oder fallen).',
  },
  theta: {
    name: 'θ, Schwelle',
    says: 'Wie voll genug ist: Ein Neuron feuert, wenn sein Potential V zum ersten Mal θ erreicht.',
  },
  share: {
    name: 'V / θ',
    says: 'Wie voll jeder Ausgang zur Zeit des Cursors ist: sein Potential als Anteil der Schwelle. Bei 1 feuert er.',
  },
  weight: {
    name: 'w, Gewicht',
    says: 'Wie stark ein Spike auf das Neuron wirkt, das er erreicht: über 0 treibt er es zum Feuern, unter 0 hält er es zurück. Gewichte sind das, was gelernt wird.',
  },
  ramp: {
    name: 'ramp (Rampe)',
    says: 'Wie ein Spike wirkt: Von seiner Zeit an kommt w × (t − seine Zeit) zum Potential hinzu, eine Gerade, die immer weiter steigt oder fällt.',
  },
  adds: {
    name: 'adds (Anteil)',
    says: 'Der Anteil dieses Spikes am Potential: Gewicht × Zeit seit dem Spike. Wenn ein Neuron feuert, sind alle Anteile zusammen die Schwelle θ.',
  },
  causalSet: {
    name: 'causal set (Ursachen)',
    says: 'Die Spikes, die kamen, bevor das Neuron feuerte. Sie haben es zum Feuern gebracht, alle anderen kamen zu spät.',
  },
  sensitivities: {
    name: 'sensitivities (Empfindlichkeiten)',
    says: 'Wie weit die Feuerzeit rückte, wenn sich eines ein wenig änderte und alles andere bliebe: Ableitungen von t.',
  },
  byTime: {
    name: '∂t/∂tᵢ',
    says: 'Um wie viel später das Neuron feuert, je später dieser Spike kommt. Über alle Ursachen ist die Summe 1.',
  },
  byWeight: {
    name: '∂t/∂w',
    says: 'Wie weit die Feuerzeit rückt, wenn dieses Gewicht wächst. Unter 0: Je stärker das Gewicht, desto früher feuert das Neuron.',
  },
  deadline: {
    name: 'deadline (Frist)',
    says: 'Bis wann eine Schicht feuern darf. Jede hat noch einmal so lange wie die vor ihr (3, wenn das Netz nichts anderes sagt); wer bis dahin nicht gefeuert hat, ist stumm.',
  },
  decision: {
    name: 'decides at (Entscheidung)',
    says: 'Wann der erste Ausgang feuert: Das ist die Antwort. Was später feuert, ändert nichts mehr.',
  },
  lead: {
    name: 'lead (Vorsprung)',
    says: 'Wie viel früher die Antwort gefeuert hat als der zweite Ausgang. Je kürzer der Vorsprung, desto zweifelhafter die Antwort.',
  },
  tie: {
    name: 'tie (Gleichstand)',
    says: 'Zwei Ausgänge feuern zuerst, zur selben Zeit. Die kleinere Klasse antwortet.',
  },
  guess: {
    name: 'best guess (Vermutung)',
    says: 'Wo kein Ausgang feuert, gibt es keine Antwort: Vermutet wird der Ausgang, dessen Potential am Ende der Frist das höchste ist.',
  },
  answeredBy: {
    name: 'test set by t (Testbilder bis t)',
    says: 'Von allen Testbildern, nicht von diesem: der Anteil, der bis zur Zeit des Cursors beantwortet ist, und der Anteil, der bis dahin richtig beantwortet ist.',
  },
  early: {
    name: 'early, late (früh, spät)',
    says: 'Eine Farbskala für alle Spikezeiten der Seite; die Legende sagt, welches Ende früh ist. Was nach dem Cursor kommt, ist blass.',
  },
  whatIf: {
    name: 'what if (was wäre, wenn)',
    says: 'Eine Änderung, an diesem einen Bild ausprobiert: ein verschobener Spike, ein stummes Neuron, ein anderes Gewicht, eine andere Schwelle. Das Netz selbst bleibt, wie es ist.',
  },
  ghost: {
    name: 'ghost (Geist)',
    says: 'Die Spikes vor der letzten Änderung, als hohle Kreise hinter den jetzigen: So sieht man, was sich verschoben hat. „Weights“: nur Änderungen am Netz; „any change“: auch am Bild; „time steps“: wie ein Simulator mit Zeitschritten sie hätte.',
  },
  errors: {
    name: 'errors (Fehler)',
    says: 'Zeitliche Fehler: wo das Lernen jeden Spike haben will, früher (◀) oder später (▶), damit die richtige Klasse gewinnt. Je größer der Pfeil, desto mehr liegt daran.',
  },
  floor: {
    name: 'floor (Untergrenze)',
    says: 'Ein Neuron, dessen Potential sehr langsam steigt, würde durch eine kleine Änderung viel zu weit verschoben: Sein Fehler wird gekürzt.',
  },
  byIndex: {
    name: 'by index (der Reihe nach)',
    says: 'Zeilen in der Reihenfolge der Neuronen; Pixel zeilenweise von oben.',
  },
  bySpikeTime: {
    name: 'by spike time (nach Spikezeit)',
    says: 'Zeilen in der Reihenfolge, in der die Neuronen feuern.',
  },
  byContribution: {
    name: 'by contribution (nach Anteil)',
    says: 'Zeilen danach, wie viel jedes Neuron zum gewählten beiträgt, das größte zuerst.',
  },
  packed: {
    name: 'packed (gepackt)',
    says: 'Ein Feld von k × k Pixeln speist ein Eingabeneuron, so braucht das Netz viel weniger davon: 49 statt 784 bei k = 4.',
  },
  k: {
    name: 'k, Feld',
    says: 'Die Seite des Feldes von Pixeln, das ein Eingabeneuron speist. k = 1: Jedes Pixel hat sein eigenes Neuron.',
  },
  stride: {
    name: 's, stride (Schritt)',
    says: 'Um wie viele Pixel weiter das nächste Feld beginnt. Weniger als k: Felder überlappen sich.',
  },
  train: {
    name: 'train (Spikefolge)',
    says: 'Die Spikes eines Feldes, einer für jedes Pixel mit Tinte.',
  },
  averageDelay: {
    name: 't̄, average delay (mittlere Verzögerung)',
    says: 'Die mittlere Zeit der Spikes einer Folge. Statt einer Rampe je Spike gibt die Folge alle Rampen zugleich, bei t̄: eine Summe statt vieler, genau ab ihrem letzten Spike.',
  },
  m: {
    name: 'm, Vielfachheit',
    says: 'Wie viel eine Folge zählt: 2n / k² bei n Pixeln mit Tinte, so dass ein halb gefülltes Feld 1 zählt.',
  },
  latency: {
    name: 'latency (Latenz)',
    says: 'Der Code der Eingabe: je mehr Tinte, desto früher der Spike.',
  },
  phase: {
    name: 'phase (Phase)',
    says: 'Ein Code für Felder: Jedes Pixel ist nach seinem Platz im Feld an der Reihe, und seine Tinte sagt, wann darin es feuert.',
  },
  exponential: {
    name: 'exponential (exponentiell)',
    says: 'Eine andere Wirkung von Spikes, zum Vergleich: ein Stoß, der verklingt, statt einer Rampe, die weitergeht.',
  },
  convolution: {
    name: 'conv (Faltung)',
    says: 'Eine Schicht, deren Neuronen je ein kleines Fenster der Schicht davor sehen. Alle Neuronen eines Kanals benutzen dieselben Gewichte, eines für jeden Ort.',
  },
  channel: {
    name: 'channel (Kanal)',
    says: 'Die Neuronen einer Faltung, die sich ihre Gewichte teilen: eine Karte mit einem Neuron für jeden Ort, alle suchen dasselbe.',
  },
  loss: {
    name: 'loss (Verlust)',
    says: 'Wie weit die Ausgangsspikes von dem weg sind, was verlangt wird, als eine Zahl. Training macht sie kleiner; bei 0 bleibt nichts zu verlangen.',
  },
  heuristic: {
    name: 'heuristic (heuristisch)',
    says: 'Der Verlust, der nur einen Vorsprung verlangt: Die richtige Klasse soll um die Marge früher feuern als alle anderen. Ein Bild, bei dem das so ist, lehrt nichts mehr.',
  },
  crossEntropy: {
    name: 'cross-entropy (Kreuzentropie)',
    says: 'Der Verlust, der alle Ausgangszeiten abwägt: Er ist nie ganz zufrieden, wie groß der Vorsprung auch ist.',
  },
  margin: {
    name: 'margin (Marge)',
    says: 'Um wie viel die richtige Klasse im Training vorn liegen soll. (Wie viel sie beim gezeigten Bild vorn liegt, ist der Vorsprung.)',
  },
  temperature: {
    name: 'temperature (Temperatur)',
    says: 'Welcher Zeitunterschied für die Kreuzentropie zählt: klein ist streng bei knappem Ausgang, groß ist milde.',
  },
  weightNorm: {
    name: '‖w‖',
    says: 'Norm der Gewichte einer Schicht: die Wurzel aus der Summe ihrer Quadrate. Wie groß sie zusammen sind.',
  },
  errorNorm: {
    name: '‖δ‖',
    says: 'Norm der zeitlichen Fehler einer Schicht: wie stark das Lernen an ihren Spikes zieht. Klein: Es bleibt wenig zu verlangen.',
  },
  accuracy: {
    name: 'test accuracy (Genauigkeit)',
    says: 'Der Anteil richtig beantworteter Bilder unter denen, die das Training nie gesehen hat.',
  },
  knownAccuracy: {
    name: 'accuracy on known drawings or points (Genauigkeit auf Bekanntem)',
    says: 'Der Anteil richtig Beantworteter unter denen, aus denen das Training selbst gelernt hat: deinen eigenen, solange es wenige sind. Über neue sagt er wenig.',
  },
  misread: {
    name: 'misread (falsch gelesen)',
    says: 'Bilder, deren Antwort nicht ihre Klasse ist.',
  },
  learningRate: {
    name: 'learning rate (Lernrate)',
    says: 'Wie weit ein Schritt die Gewichte am Anfang des Laufs bewegt; bis zum Ende des Plans fällt sie entlang eines Kosinus auf 0. Eine Änderung wirkt beim nächsten Schritt.',
  },
  optimizer: {
    name: 'optimiser (Optimierer)',
    says: 'Adam misst den Schritt jedes Gewichts an dessen eigenen Gradienten; SGD mit Moment nimmt den Gradienten, wie er ist, und braucht eine größere Rate.',
  },
  batch: {
    name: 'batch (Stapel)',
    says: 'Über wie viele Bilder ein Schritt mittelt: weniger sind mehr Schritte je Epoche, mehr sind ruhigere Kurven.',
  },
  seed: {
    name: 'seed (Startwert)',
    says: 'Die Zahl, aus der die ersten Gewichte, die Reihenfolge der Bilder und ihre Verzerrungen folgen: derselbe Startwert, derselbe Lauf. Eine Änderung wirkt beim nächsten Zurücksetzen.',
  },
  step: {
    name: 'step (Schritt)',
    says: 'Eine Änderung der Gewichte, nach einem Stapel von Trainingsbildern.',
  },
  epoch: { name: 'epoch (Epoche)', says: 'Einmal durch alle Trainingsbilder.' },
  distorted: {
    name: 'distorted (verzerrt)',
    says: 'Jedes Trainingsbild ein wenig verschoben, gedreht, verbogen oder gespiegelt, bei jedem Mal anders: langsamer zu lernen, besser bei nie gesehenen Bildern.',
  },
  ema: {
    name: 'averaged weights (gemittelte Gewichte)',
    says: 'Gewichte, über die letzten Schritte gemittelt (EMA): ruhiger als die des letzten Schritts allein.',
  },
};
