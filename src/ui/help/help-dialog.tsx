import { useMemo } from 'react';
import { isPointSize } from '../../data/points/point';
import { closeDialog, openDialog } from '../../view/dialogs';
import { Dialog } from '../kit/dialog';
import { Button } from '../kit/button';
import { LangChoice } from '../kit/lang/lang-choice';
import { useTexts } from '../kit/lang/use-texts';
import { GLOSSARY } from '../../words/terms/terms';
import { shortcuts } from '../../view/shortcuts';
import styles from './help.module.css';
import { useStoreOf, useView } from '../kit/session-context';

const GIVE = {
  points:
    'Set a point on the plane, or choose a sample. Each of its five inputs becomes a spike, the larger the earlier.',
  images:
    'Draw a digit, or choose a sample. Every inked pixel becomes a spike, the more ink the earlier; paper stays silent.',
};
const KEYS = {
  points:
    'The plane works with the keyboard too: focus it and move the point with the arrow keys (farther with shift).',
  images:
    'The pad works with the keyboard too: focus it, move the pen with the arrow keys (farther with shift), put it down and lift it with space or enter.',
};

/** What the keys do. */
export default function HelpDialog() {
  const view = useView();
  const glossary = useTexts(GLOSSARY);
  const points = useStoreOf(view.session.network.store, (s) => isPointSize(s.spec.input));
  const groups = useMemo(() => {
    const table = shortcuts(view);
    return [...new Set(table.map((s) => s.group))].map((group) => ({
      group,
      entries: table.filter((s) => s.group === group),
    }));
  }, [view]);
  return (
    <Dialog open onOpenChange={closeDialog} title="Help and shortcuts" width={760}>
      <div className={styles.choices}>
        <LangChoice />
        <Button onClick={() => openDialog('glossary')}>{glossary.all}</Button>
      </div>
      <p>
        <span>{`${points ? GIVE.points : GIVE.images} `}</span>
        <span>
          The hidden neurons add them up and fire; the output neuron that fires first is the answer.
          Click a mark in the raster to see why that neuron fired, and run the training to watch it
          change. Drag a spike to the left or right, in the raster, in the circuit or below the
          potential: what if it had come earlier, or later?
        </span>
      </p>
      <div className={styles.groups}>
        {groups.map(({ group, entries }) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.keys}>
              {entries.map(({ shown, label }) => (
                <div key={shown}>
                  <dt>
                    <kbd>{shown}</kbd>
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.soft}>
        <span>{points ? KEYS.points : KEYS.images}</span>
        <span>
          {
            ' On a keyboard without Latin letters (Cyrillic, Greek, Hebrew) the letters’ places do what the letters do. On a Mac Cmd is as good as Ctrl.'
          }
        </span>
        <span>
          {
            ' Models (.safetensors, .nir), data files (IDX) and lessons (.json) can be dropped anywhere.'
          }
        </span>
      </p>
      <p className={styles.soft}>
        Data opens other data sets, and Teach it yours: draw symbols of your own, press 1 to 9 to
        say which it is, and train a network on them. Learn opens the lessons: a link to each, a
        receipt of those done, and how to write your own. Share gives a link to the page, and a
        frame that embeds it in slides and course pages.
      </p>
    </Dialog>
  );
}
