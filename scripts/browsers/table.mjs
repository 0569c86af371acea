/**
 * What an errand came to in a column: whether it was done, at which try, and the seconds of that try.
 * @typedef {{ errand: string, column: string, passed: boolean, tries: number, seconds: number, notes: Record<string, string> }} Outcome
 */

/**
 * From Playwright's JSON report: each errand in each column.
 *
 * @returns {Outcome[]}
 */
export function outcomesOf(report) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return specs(report).flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      errand: title,
      column: projectName,
      passed: status === 'expected' || status === 'flaky',
      tries: results.length,
      seconds: results.at(-1).duration / 1000,
      notes: Object.fromEntries(
        results
          .flatMap(({ annotations = [] }) => annotations)
          .map(({ type, description }) => [type, description]),
      ),
    })),
  );
}

/**
 * The table browser x errand, as Markdown: below each column's name what ran there, then the seconds of each errand.
 *
 * @param {Outcome[]} outcomes
 * @param {string[]} columns
 * @param {Record<string, string>} missing what is said of a column that could not be had
 * @returns {string}
 */
export function tableOf(outcomes, columns, missing) {
  const of = (column) => outcomes.filter((outcome) => outcome.column === column);
  const note = (column, key) =>
    column in missing ? 'not had' : (of(column).find(({ notes }) => notes[key])?.notes[key] ?? '-');
  const cell = (errand, column) => {
    if (column in missing) return 'not had';
    const outcome = of(column).find((each) => each.errand === errand);
    if (!outcome) return 'NOT RUN';
    if (!outcome.passed) return 'FAILED';
    return `${outcome.seconds.toFixed(1)} s${outcome.tries > 1 ? ' (2nd try)' : ''}`;
  };
  const errands = [...new Set(outcomes.map(({ errand }) => errand))];
  return markdown([
    ['errand', ...columns],
    ['browser', ...columns.map((column) => note(column, 'browser'))],
    ['engine', ...columns.map((column) => note(column, 'engine'))],
    ...errands.map((errand) => [errand, ...columns.map((column) => cell(errand, column))]),
  ]);
}

/** The first row is the heading. */
function markdown(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const [heading, ...others] = rows.map(line);
  return [heading, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n');
}
