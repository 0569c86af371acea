import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { layerCount } from '../../../model/network';
import { PAGE } from '../../../view/tables/spike-list';
import { spikeListCsv } from '../../../view/tables/spike-list-csv';
import { openWords } from '../../../view/words/answer-words';
import { saidDecision } from '../../../view/words/decision-sentence';
import { neuronName } from '../../../view/words/names';
import { listedWords, momentOf, silentCounts } from '../../../view/words/table-words';
import { formatCount } from '../../../words/numbers';
import { IconButton } from '../../kit/button';
import { CopyButton } from '../../kit/copy-button';
import { useView } from '../../kit/session-context';
import { VisuallyHidden } from '../../kit/visually-hidden';
import { hasTrains, SpikeRows, winnerOf } from './spike-rows';
import { TableChoices } from './table-choices';
import styles from './table.module.css';
import { useListed, type ListedSpikes } from './use-listed';
import { useRows } from './use-rows';

/** Every spike as a row, in order of time; the row at the time cursor is marked and told. Arrows walk the rows, Enter selects. */
export function SpikeTable() {
  const view = useView();
  const listed = useListed();
  const { spec, run, selected, causes, layer, only, list, isWhole, isDecided, now } = listed;
  const answer = isDecided ? listed.answer : null;
  const { active, page, box, body, goTo } = useRows(listed);
  const winner = useMemo(() => winnerOf(spec, answer), [spec, answer]);
  if (!run) return <div className={styles.place} />;
  const what = listedWords(spec, list, layer, only ? selected : null);
  const trains = hasTrains(spec);
  return (
    <div className={styles.place} data-testid="spike-table" data-spikes={list.length}>
      <p>{isDecided ? saidDecision(view) : openWords().lines.join(', ')}</p>
      <p className={styles.soft}>
        {isWhole ? silentCounts(spec, run) : 'Who stays silent is told once it has played.'}
      </p>
      <TableChoices listed={listed} />
      <div ref={box} className={styles.box}>
        <table aria-rowcount={list.length + 1}>
          <caption>{`${what}${isWhole ? '' : ' so far'}, in order of time`}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{trains ? 'time (of a train: its mean)' : 'time'}</th>
              <th scope="col">layer</th>
              <th scope="col">neuron</th>
              {trains && <th scope="col">m</th>}
              {trains && <th scope="col">spikes of its train</th>}
              {causes && selected && <th scope="col">{`adds to ${neuronName(spec, selected)}`}</th>}
            </tr>
          </thead>
          <tbody translate="no" {...body}>
            <SpikeRows {...{ spec, list, page, active, now, winner, selected, causes }} />
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        {list.length > PAGE && (
          <span className={styles.pages}>
            <IconButton
              label={`The ${PAGE} rows before`}
              disabled={page.from === 0}
              onClick={() => goTo(page.from - PAGE)}
            >
              <ChevronLeft size={15} aria-hidden />
            </IconButton>
            <span>{`rows ${formatCount(page.from + 1)} to ${formatCount(page.to)} of ${formatCount(list.length)}`}</span>
            <IconButton
              label={`The next ${PAGE} rows`}
              disabled={page.to >= list.length}
              onClick={() => goTo(page.to)}
            >
              <ChevronRight size={15} aria-hidden />
            </IconButton>
          </span>
        )}
        <CopyButton csv={() => spikeListCsv(spec, list, causes)} />
      </div>
      <AtCursor listed={listed} />
    </div>
  );
}

/** What spikes at the cursor, read out when it is stepped; while it plays the outputs alone, for nobody speaks as fast as it plays. */
function AtCursor({ listed }: { listed: ListedSpikes }) {
  const { spec, list, now, answer, cursor, playing } = listed;
  let spikes = list.slice(now.first, now.first + now.count);
  if (playing) {
    const output = layerCount(spec);
    const last = list.findLast((spike) => spike.layer === output && spike.time <= cursor);
    spikes = last ? list.filter((s) => s.layer === output && s.time === last.time) : [];
  } else if (spikes[0]?.time !== cursor) spikes = [];
  return (
    <VisuallyHidden aria-live="polite" data-testid="at-cursor">
      {momentOf(spec, spikes, answer)}
    </VisuallyHidden>
  );
}
