import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { MOST_NAME } from '../../model/class-names';
import {
  moveExample,
  removeClass,
  removeExample,
  renameClass,
  type Taught,
  type TaughtClass,
} from '../../data/taught/taught';
import { plural } from '../../words/numbers';
import { isComposing } from '../../view/keys';
import { Button, IconButton } from '../kit/button';
import { Select } from '../kit/select';
import { ExamplePicture } from './example-picture';
import styles from './teach.module.css';

interface Props {
  own: TaughtClass;
  /** From 1: its number key. */
  number: number;
  others: readonly TaughtClass[];
  edit: (change: (taught: Taught) => Taught) => void;
  /** The example that is to be deleted or moved; null: none. */
  chosen: number | null;
  onChoose: (example: number | null) => void;
}

/** A class: its name, to be typed over, and its examples. */
export function ClassRow({ own, number, others, edit, chosen, onChoose }: Props) {
  const { id, name, examples } = own;
  const at = examples.findIndex((e) => e.id === chosen);
  const remove = (example: number) => {
    onChoose(null);
    edit((all) => removeExample(all, example));
  };
  return (
    <li className={styles.class} aria-label={name}>
      <div className={styles.head}>
        <ClassName own={own} number={number} edit={edit} />
        <span className={styles.count}>{plural(examples.length, 'drawing')}</span>
        <IconButton
          label={`Remove the class ${name}`}
          onClick={() => edit((all) => removeClass(all, id))}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {examples.length > 0 && (
        <div className={styles.examples} role="group" aria-label={`Drawings of ${name}`}>
          {examples.map((example, n) => (
            <ExamplePicture
              key={example.id}
              image={example.image}
              label={`Drawing ${n + 1} of ${name}`}
              chosen={example.id === chosen}
              onChoose={() => onChoose(example.id === chosen ? null : example.id)}
              onDelete={() => remove(example.id)}
            />
          ))}
        </div>
      )}
      {at >= 0 && (
        <div className={styles.about} role="group" aria-label={`Drawing ${at + 1} of ${name}`}>
          <Button data-testid="teach-delete" onClick={() => remove(chosen!)}>
            Delete it
          </Button>
          {others.length > 0 && (
            <Select
              bare
              label="Move it to another class"
              value=""
              options={[
                { value: '', label: 'move it to ...' },
                ...others.map((other) => ({ value: String(other.id), label: other.name })),
              ]}
              onChange={(to) => {
                onChoose(null);
                edit((all) => moveExample(all, chosen!, Number(to)));
              }}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** Enter or leaving keeps what was typed, Escape does not; of an empty name the one before stays. */
function ClassName({ own, number, edit }: Pick<Props, 'own' | 'number' | 'edit'>) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className={styles.name}
      data-testid="teach-name"
      aria-label={`Name of class ${number}`}
      title="A letter, a word, a smiley: type another name"
      autoComplete="off"
      maxLength={MOST_NAME}
      translate="no"
      value={typed ?? own.name}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(null);
      }}
      onBlur={() => {
        if (typed !== null) edit((all) => renameClass(all, own.id, typed));
        setTyped(null);
      }}
    />
  );
}
