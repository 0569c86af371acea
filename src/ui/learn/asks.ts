/** The question that each lesson answers, for the list of lessons. */
import { texts } from '../../words/lang/texts';

export const ASKS = texts<Readonly<Record<string, string>>>(
  {
    'six-spikes': 'How can so few spikes decide?',
    'ink-is-early': 'How does a picture become spikes?',
    'the-first-wins': 'Who decides?',
    'what-comes-later': 'Which spikes count?',
    'shares-add-up': 'Why did it fire then?',
    'no-neuron-knows': 'Which neuron knows the answer?',
    'photo-finish': 'What if it is close?',
    'lead-is-confidence': 'How far can I trust it?',
    'one-stroke': 'What would change its answer?',
    'answer-early': 'Could it answer sooner?',
    'learning-moves-spikes': 'How does it learn?',
    'many-pixels-one-neuron': 'Can it be smaller?',
    'precise-in-time': 'How exact must it be?',
  },
  {
    de: {
      'six-spikes': 'Wie können so wenige Spikes entscheiden?',
      'ink-is-early': 'Wie wird aus einem Bild eine Folge von Spikes?',
      'the-first-wins': 'Wer entscheidet?',
      'what-comes-later': 'Welche Spikes zählen?',
      'shares-add-up': 'Warum gerade dann?',
      'no-neuron-knows': 'Welches Neuron weiß die Antwort?',
      'photo-finish': 'Was, wenn es knapp ist?',
      'lead-is-confidence': 'Wie weit kann ich ihm trauen?',
      'one-stroke': 'Was würde seine Antwort ändern?',
      'answer-early': 'Könnte es früher antworten?',
      'learning-moves-spikes': 'Wie lernt es?',
      'many-pixels-one-neuron': 'Geht es kleiner?',
      'precise-in-time': 'Wie genau muss es sein?',
    },
  },
);
