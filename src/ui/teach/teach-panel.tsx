import { Plus, Redo2, Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { addClass, ENOUGH, MOST_CLASSES } from '../../data/taught/taught';
import { isPointSize } from '../../data/points/point';
import type { Teach } from '../../session/teach/teach';
import { isDrawn, takeDrawing } from '../../view/teach/teaching';
import { Button, IconButton } from '../kit/button';
import { Panel } from '../kit/panel';
import { useStoreOf, useView } from '../kit/session-context';
import { useTabbed } from '../kit/use-tabbed';
import { ClassRow } from './class-row';
import { accuracyWords, countWords, keptWords } from './teach-words';
import { Digits } from './digits';
import { saveTaught } from './save-taught';
import { TrainBesideClasses, TrainPart } from './train-part';
import { useClassKeys } from './use-class-keys';
import styles from './teach.module.css';

/** Own classes: draw on the pad, press the class; then train. */
export function TeachPanel({ teaching }: { teaching: Teach }) {
  const view = useView();
  const { taught: keeper } = teaching;
  const { taught, past, future, unkept, looked } = useStoreOf(keeper.store);
  const drawn = useStoreOf(view.session.stimulus.store, isDrawn);
  const images = useStoreOf(view.session.network.store, (s) => !isPointSize(s.spec.input));
  const tabbed = useTabbed();
  const [chosen, setChosen] = useState<number | null>(null);
  useClassKeys(teaching);
  // Who opens it to begin finds two classes to draw for.
  useEffect(() => {
    if (looked && keeper.store.getState().taught.classes.length === 0)
      keeper.edit((all) => addClass(addClass(all)));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when what was kept is known
  }, [looked]);
  const { classes } = taught;
  const few = classes.some(({ examples }) => examples.length < ENOUGH);
  const drawings = classes.some(({ examples }) => examples.length > 0);
  return (
    <Panel
      title="Teach it yours"
      className={styles.panel}
      aside={
        <>
          <IconButton
            label="Undo the last change of the classes"
            data-testid="teach-undo"
            disabled={past.length === 0}
            onClick={keeper.undo}
          >
            <Undo2 size={15} aria-hidden />
          </IconButton>
          <IconButton
            label="Redo it"
            data-testid="teach-redo"
            disabled={future.length === 0}
            onClick={keeper.redo}
          >
            <Redo2 size={15} aria-hidden />
          </IconButton>
          <IconButton
            label="Close; what you have taught stays"
            data-testid="teach-close"
            onClick={() => view.store.setState({ teaching: false })}
          >
            <X size={15} aria-hidden />
          </IconButton>
        </>
      }
    >
      <div className={styles.teach} data-testid="teach">
        {(few || !images) && (
          <p className={styles.soft}>
            {images
              ? `Draw on the pad, then press what it is, or its number key; ${ENOUGH} of each are enough to begin.`
              : 'The network on the page reads points, and there is no pad: choose MNIST in the data menu.'}
          </p>
        )}
        <div className={styles.bar}>
          <div className={styles.names} role="group" aria-label="The drawing on the pad is">
            <span className={styles.soft} aria-hidden>
              This is
            </span>
            {classes.map(({ id, name, examples }, n) => (
              <Button
                key={id}
                data-testid="teach-add"
                aria-disabled={!drawn}
                title={
                  drawn
                    ? `The drawing is an example of ${name}`
                    : `Draw an example of ${name} on the pad first`
                }
                onClick={() => takeDrawing(view, teaching, id)}
              >
                {n < 9 && <kbd aria-hidden>{n + 1}</kbd>}
                <span className={styles.cut} translate="no">
                  {name}
                </span>
                <small aria-hidden>{countWords(examples.length)}</small>
              </Button>
            ))}
            <Button
              kind="quiet"
              data-testid="teach-class"
              aria-label="Add a class"
              disabled={classes.length >= MOST_CLASSES}
              onClick={() => keeper.edit((all) => addClass(all))}
            >
              <Plus size={14} aria-hidden />
              <span className={styles.wide}>Add a class</span>
            </Button>
          </div>
          {tabbed && <TrainBesideClasses teaching={teaching} />}
        </div>
        <div className={styles.scroll}>
          <ul className={styles.classes}>
            {classes.map((c, n) => (
              <ClassRow
                key={c.id}
                own={c}
                number={n + 1}
                others={classes.filter(({ id }) => id !== c.id)}
                edit={keeper.edit}
                chosen={chosen}
                onChoose={setChosen}
              />
            ))}
          </ul>
          {drawings && (
            <div>
              <Button
                kind="quiet"
                data-testid="teach-save"
                title="Images and labels, two files that this page and other programs open; the labels are the classes in order, from 0"
                onClick={() => saveTaught(taught)}
              >
                Save as IDX files
              </Button>
            </div>
          )}
          <Digits teaching={teaching} />
          {drawings && <p className={styles.soft}>{accuracyWords(taught)}</p>}
          {(drawings || unkept !== null) && (
            <p
              className={unkept === null ? styles.soft : styles.unkept}
              role={unkept === null ? undefined : 'alert'}
              data-testid="teach-kept"
            >
              {keptWords(unkept)}
            </p>
          )}
        </div>
        <TrainPart teaching={teaching} elsewhere={tabbed} />
      </div>
    </Panel>
  );
}
