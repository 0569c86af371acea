/** Notes by Web Audio, over any context: a live one, or an offline one in tests. */
import type { Instrument } from '../../../view/sound/follow-race';
import type { Note, Voice } from '../../../view/sound/notes';

interface Timbre {
  wave: OscillatorType;
  /** Multiples of the note's frequency that sound together. */
  partials: readonly number[];
  /** Seconds in which it fades away. */
  fade: number;
}

/** Each kind of spike has a sound of its own, so that it is known also where pitches are hard to tell. */
const TIMBRES: Record<Voice, Timbre> = {
  input: { wave: 'triangle', partials: [1], fade: 0.07 },
  hidden: { wave: 'sine', partials: [1, 3], fade: 0.14 },
  output: { wave: 'triangle', partials: [1], fade: 0.45 },
  answer: { wave: 'triangle', partials: [1, 1.5, 2], fade: 1.1 },
};

/** Seconds of rising and of being silenced: none at all would click. */
const SOFT = 0.004;

/** Below this nothing is heard; an exponential never comes to 0. */
const SILENCE = 1e-4;

export interface AudioInstrument extends Instrument {
  /** @param volume [0, 1] */
  setVolume: (volume: number) => void;
}

export function createInstrument(context: BaseAudioContext): AudioInstrument {
  const volume = new GainNode(context, { gain: 0.6 });
  const mix = mixer(context);
  mix.out.connect(volume).connect(context.destination);
  let sounding: { oscillator: OscillatorNode; envelope: GainNode }[] = [];
  return {
    now: () => context.currentTime,
    strike(note, at) {
      const { wave, partials, fade } = TIMBRES[note.voice];
      const begin = Math.max(at, context.currentTime);
      const envelope = new GainNode(context, { gain: 0 });
      envelope.gain.setValueAtTime(0, begin);
      envelope.gain.linearRampToValueAtTime(loudnessOf(note) / partials.length, begin + SOFT);
      envelope.gain.exponentialRampToValueAtTime(SILENCE, begin + fade);
      envelope.connect(mix.in[note.voice]);
      for (const partial of partials) {
        const frequency = note.frequency * partial;
        const oscillator = new OscillatorNode(context, { type: wave, frequency });
        oscillator.connect(envelope);
        oscillator.start(begin);
        oscillator.stop(begin + fade);
        const voice = { oscillator, envelope };
        sounding.push(voice);
        oscillator.addEventListener('ended', () => {
          sounding = sounding.filter((other) => other !== voice);
          envelope.disconnect();
        });
      }
    },
    hush() {
      const now = context.currentTime;
      for (const { oscillator, envelope } of sounding) {
        envelope.gain.cancelScheduledValues(now);
        envelope.gain.setTargetAtTime(0, now, SOFT);
        oscillator.stop(now + 6 * SOFT);
      }
      sounding = [];
    },
    setVolume: (value) => volume.gain.setTargetAtTime(value, context.currentTime, SOFT),
  };
}

const loudnessOf = ({ loudness }: Note): number => Math.max(SILENCE, loudness);

/** How far above full scale a peak may be before the bend: a tie of all outputs stays within. */
const HEADROOM = 8;

/**
 * Keeps whatever comes in below full scale. The crowd of inputs and hidden spikes is compressed to a murmur, over which an output
 * is heard however many there are; peaks of all together are bent.
 */
function mixer(context: BaseAudioContext): { in: Record<Voice, AudioNode>; out: AudioNode } {
  const compress = { threshold: -16, knee: 6, ratio: 12, attack: 0.002, release: 0.12 };
  const crowd = new DynamicsCompressorNode(context, compress);
  // A compressor of Web Audio makes up for what it takes, by about 9 dB with these.
  const murmur = new GainNode(context, { gain: 0.4 });
  const cut = new GainNode(context, { gain: 1 / HEADROOM });
  const curve = Float32Array.from({ length: 4097 }, (_, i) => Math.tanh((i / 2048 - 1) * HEADROOM));
  const bend = new WaveShaperNode(context, { curve });
  crowd.connect(murmur).connect(cut).connect(bend);
  return { in: { input: crowd, hidden: crowd, output: cut, answer: cut }, out: bend };
}
