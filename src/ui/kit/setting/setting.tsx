import type { TrainingSettings } from '../../../model/training';
import { formatSmall } from '../../../words/numbers';
import { NumberField } from '../number-field';
import { numberFault } from '../read-number';
import { Select } from '../select';
import { Slider } from '../slider';
import type { Control } from './controls';

interface Props {
  control: Control;
  settings: TrainingSettings;
  onChange: (patch: Partial<TrainingSettings>) => void;
  /** Under a field; a slider has none. */
  hint?: string;
  /** What is wrong with the value, in a sentence. If undefined, the field itself says what is wrong and does not report such a value. */
  error?: string | null;
}

/** One setting of a run as its control, from the table: a choice, a whole number, or a slider. */
export function Setting({ control, settings, onChange, hint, error }: Props) {
  const { label, term } = control;
  if (control.kind === 'choice') {
    return (
      <Select
        {...{ label, term }}
        value={settings[control.key]}
        options={control.options}
        hint={hint}
        onChange={(value) => onChange({ [control.key]: value })}
      />
    );
  }
  const { key, min, max, slider } = control;
  const value = settings[key];
  const change = (next: number) => onChange({ [key]: next });
  if (slider) {
    return (
      <Slider {...{ label, term, value, ...slider }} log format={formatSmall} onChange={change} />
    );
  }
  return (
    <NumberField
      {...{ label, term, value, min, max, hint, error }}
      step={1}
      check={error === undefined ? (typed) => numberFault(control, typed) : undefined}
      onChange={change}
    />
  );
}
