import { Download } from 'lucide-react';
import { csvFile } from '../../../files/csv';
import { Button, IconButton } from '../button';
import { Popover, PopoverClose } from '../popover';
import { useSession } from '../session-context';
import { currentPalette } from '../theme/palette';
import { download } from '../download';
import styles from './export.module.css';
import { openFilm, type Film } from './film';
import { toPng, toSvg, type Picture } from './picture';

interface Props {
  /** What is exported: "the rasters". */
  what: string;
  /** Name of the picture's file without its ending. */
  name: string;
  /** May have to be fetched first. */
  picture: () => Picture | Promise<Picture>;
  /** The view as it plays; without it there is no film. */
  film?: Film['picture'];
  tables: readonly { label: string; name: string; csv: () => string }[];
}

/** A view as a picture or as data. */
export function ExportMenu({ what, name, picture, film, tables }: Props) {
  const session = useSession();
  const save = (file: string, content: () => Blob | Promise<Blob>) => {
    void (async () => {
      try {
        download(file, await content());
        session.messages.settle('export');
      } catch (error) {
        session.messages.error(
          error instanceof Error ? error.message : 'The file could not be made.',
          { topic: 'export' },
        );
      }
    })();
  };
  const text = (type: string, content: string) => new Blob([content], { type });
  const choices = [
    {
      label: 'Picture (PNG)',
      run: () => save(`${name}.png`, async () => toPng(await picture(), currentPalette())),
    },
    {
      label: 'Picture (SVG)',
      run: () =>
        save(`${name}.svg`, async () =>
          text('image/svg+xml', toSvg(await picture(), currentPalette())),
        ),
    },
    ...(film
      ? [{ label: 'Film (WebM or GIF)', run: () => openFilm({ what, name, picture: film }) }]
      : []),
    ...tables.map((table) => ({
      label: table.label,
      run: () => save(`${table.name}.csv`, () => csvFile(table.csv())),
    })),
  ];
  return (
    <Popover
      label={`Save ${what}`}
      align="end"
      width={180}
      trigger={
        <IconButton label={`Save ${what} as a picture or as data`}>
          <Download size={15} aria-hidden />
        </IconButton>
      }
    >
      <div className={styles.choices}>
        {choices.map(({ label, run }) => (
          <PopoverClose key={label}>
            <Button kind="quiet" onClick={run}>
              {label}
            </Button>
          </PopoverClose>
        ))}
      </div>
    </Popover>
  );
}
