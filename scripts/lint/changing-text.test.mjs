import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { changingTexts } from './changing-text.mjs';

/** What the rule reports of JSX that stands in a component's return. */
function found(jsx, before = '') {
  const source = `${before}\nfunction Panel({ n, on, items, aside }: { aside: ReactNode }) { return ${jsx}; }`;
  const { program, errors } = parseSync('panel.tsx', source);
  expect(errors).toEqual([]);
  return changingTexts(program).map(({ node }) => source.slice(node.start, node.end).trim());
}

test('a text that changes beside another text or an element is reported', () => {
  expect(found('<p>Step {n}</p>')).toEqual(['{n}']);
  expect(found('<p><b>now</b> {on ? "on" : "off"}</p>')).toEqual(['{on ? "on" : "off"}']);
  expect(found('<Button><Icon /> {on && "again"}</Button>')).toEqual(['{on && "again"}']);
  expect(found('<p>{`step ${n}`}<b>now</b></p>')).toEqual(['{`step ${n}`}']);
});

test('a text behind what comes and goes, and a text in a fragment, are reported', () => {
  expect(found('<p>{on && <b>new</b>} runs</p>')).toEqual(['runs']);
  expect(found('<p>{on ? <>still here</> : <b>gone</b>}</p>')).toEqual(['still here']);
});

test('a text of its own, texts that stay, and elements are not', () => {
  for (const sound of [
    '<p>{n}</p>',
    '<p>{`Step ${n}`}</p>',
    '<p><Words>Step {n} of {on && "many"}</Words></p>',
    '<p>Step <b>{n}</b> of many {on && <i>new</i>}</p>',
    '<p><b>runs</b>{items.map((item) => <li key={item}>{item}</li>)}</p>',
    '<p><b>runs</b>{items.map((item) => { return on && <li key={item}>{item}</li>; })}</p>',
    '<p><b>runs</b>{aside}</p>',
  ]) {
    expect(found(sound), sound).toEqual([]);
  }
  expect(
    found('<p><b>runs</b>{mark}{row(n)}</p>', 'const mark = <i />; const row = (n) => <b>{n}</b>;'),
  ).toEqual([]);
});
