/** How a view is filmed, and the film as it is made. */
import { Download, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { SPEEDS } from '../../session/stimulus/playback';
import { sentence } from '../../session/core/messages';
import { closeDialog } from '../../view/dialogs';
import { formatCount, formatNumber } from '../../words/numbers';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { download } from '../kit/download';
import { filmStore, type Film } from '../kit/export/film';
import { NumberField } from '../kit/number-field';
import { ProgressLine } from '../kit/progress-line';
import { Segmented } from '../kit/segmented';
import { Select } from '../kit/select';
import { useView } from '../kit/session-context';
import sheet from '../kit/sheet.module.css';
import { paletteOf } from '../kit/theme/palette';
import { themeStore } from '../kit/theme/theme';
import styles from './film.module.css';
import { filmSeconds, frameCount, makeFilm } from './make-film';
import { filmFormats, type FilmFormat } from './writers';

const WIDTHS = { min: 320, max: 3840 };
const isWidth = (width: number) => width >= WIDTHS.min && width <= WIDTHS.max;
const WIDTH_WORDS = `Type a width of ${WIDTHS.min} to ${WIDTHS.max} pixels.`;
const PRESETS = [640, 1280, 1920].map((width) => ({ value: String(width), label: String(width) }));
const NAMES: Record<FilmFormat, string> = { webm: 'WebM', gif: 'GIF' };
const COLOURS = [
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
] as const;

export default function FilmDialog() {
  const film = useStore(filmStore, (s) => s.film);
  if (!film) return null;
  return (
    <Dialog open onOpenChange={closeDialog} title={`Film of ${film.what}`} width={420}>
      <Choices film={film} />
    </Dialog>
  );
}

/** When it ends, in model time; the picture may have to be fetched first. */
function useFilmEnd({ picture }: Film): number {
  const view = useView();
  const axis = view.derived.end();
  const [end, setEnd] = useState(axis);
  useEffect(() => {
    let wanted = true;
    void (async () => {
      const { filmEnd = axis } = await picture(view);
      if (wanted) setEnd(Math.min(filmEnd, axis));
    })().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [picture, view, axis]);
  return end;
}

function Choices({ film }: { film: Film }) {
  const view = useView();
  const [formats] = useState(filmFormats);
  const [format, setFormat] = useState(formats[0]!);
  const [width, setWidth] = useState(1280);
  const [theme, setTheme] = useState(() => themeStore.getState().shown);
  const [speed, setSpeed] = useState(() => view.session.playback.store.getState().speed);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const [saved, setSaved] = useState('');
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);
  const frames = frameCount(useFilmEnd(film), speed);

  const make = async () => {
    const work = (making.current = new AbortController());
    setProblem('');
    setSaved('');
    setDone(0);
    try {
      const settings = { format, width, speed, palette: paletteOf(theme) };
      const file = await makeFilm(view, film, settings, {
        signal: work.signal,
        onProgress: setDone,
      });
      const name = `${film.name}.${format}`;
      download(name, file);
      setSaved(`The film is saved as ${name}.`);
    } catch (error) {
      if (!work.signal.aborted) setProblem(sentence(error));
    }
    if (!work.signal.aborted) setDone(null);
  };
  const cancel = () => {
    making.current?.abort();
    setDone(null);
  };
  const busy = done !== null;
  return (
    <div className={styles.film} data-testid="film">
      <p className={sheet.soft}>
        It plays once from t = 0; what is to come is not seen before it comes. Frame by frame, so
        that it is the same on every machine.
      </p>
      <fieldset disabled={busy} className={styles.fields}>
        <Segmented
          label="Format"
          value={format}
          options={formats.map((value) => ({ value, label: NAMES[value] }))}
          onChange={setFormat}
        />
        {!formats.includes('webm') && (
          <p className={sheet.soft}>This browser writes no WebM: the film is a GIF.</p>
        )}
        <Segmented label="Colours" value={theme} options={COLOURS} onChange={setTheme} />
        <Segmented
          label="Usual widths"
          value={String(width)}
          options={PRESETS}
          onChange={(value) => setWidth(Number(value))}
        />
        <NumberField
          label="Width in pixels"
          value={width}
          {...WIDTHS}
          whole
          check={(typed) => (isWidth(typed) ? null : WIDTH_WORDS)}
          onChange={setWidth}
        />
        <Select
          label="Model time a second"
          value={String(speed)}
          options={SPEEDS.map((value) => ({
            value: String(value),
            label: `${value} / s`,
          }))}
          onChange={(value) => setSpeed(Number(value))}
        />
      </fieldset>
      {problem && (
        <p className={sheet.bad} role="alert" data-testid="error">
          {problem}
        </p>
      )}
      <p className={sheet.soft} role="status" data-testid="film-saved">
        {saved}
      </p>
      {busy ? (
        <>
          <ProgressLine label="The film" value={done} testId="film-progress">
            {`${formatCount(Math.round(done * frames))} of ${formatCount(frames)} frames`}
          </ProgressLine>
          <Button onClick={cancel}>
            <Square size={13} aria-hidden />
            <span>Cancel</span>
          </Button>
        </>
      ) : (
        <div className={sheet.line}>
          <span className={sheet.soft}>
            {`${formatCount(frames)} frames, ${formatNumber(filmSeconds(frames), 1)} s`}
          </span>
          <Button kind="filled" onClick={() => void make()}>
            <Download size={15} aria-hidden />
            <span>Make the film</span>
          </Button>
        </div>
      )}
    </div>
  );
}
