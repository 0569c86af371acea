import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { textsBeside } from './text-alone.mjs';

/** What the rule reports of JSX that stands in a component's return. */
function found(jsx, before = '') {
  const source = `${before}\nfunction Panel({ n, on, items, aside }: { aside: ReactNode }) { return ${jsx}; }`;
  const { program, errors } = parseSync('panel.tsx', source);
  expect(errors).toEqual([]);
  return textsBeside(program).map(({ node }) => source.slice(node.start, node.end).trim());
}

test('a text beside another text or an element is reported', () => {
  expect(found('<p>Step {n}</p>')).toEqual(['Step', '{n}']);
  expect(found('<p><b>now</b> {on ? "on" : "off"}</p>')).toEqual(['{on ? "on" : "off"}']);
  expect(found('<Button><Icon /> {on && "again"}</Button>')).toEqual(['{on && "again"}']);
  expect(found('<p>{`step ${n}`}<b>now</b></p>')).toEqual(['{`step ${n}`}']);
});

test('so is one that never changes, and one in a fragment', () => {
  expect(found('<p>{on && <b>new</b>} runs</p>')).toEqual(['runs']);
  expect(found('on ? <Button>Next <Icon /></Button> : <Button><Icon /> Again</Button>')).toEqual([
    'Next',
    'Again',
  ]);
  expect(found('<p>{on ? <>still here</> : <b>gone</b>}</p>')).toEqual(['still here']);
  expect(found('<Fragment key={n}>{n === 0 ? "none" : <b>{n}</b>}</Fragment>')).toEqual([
    '{n === 0 ? "none" : <b>{n}</b>}',
  ]);
});

test('a text alone, white space and elements are not', () => {
  for (const sound of [
    '<p>{n}</p>',
    '<p>{`Step ${n}`}</p>',
    '<p><Words>Step {n} of {on && "many"}</Words></p>',
    '<p><span>Step</span> <b>{n}</b>{" "}{on && <i>new</i>}</p>',
    '<p><b>runs</b>{items.map((item) => <li key={item}>{item}</li>)}</p>',
    '<p><b>runs</b>{items.map((item) => { return on && <li key={item}>{item}</li>; })}</p>',
    '<p><b>runs</b>{aside}</p>',
    '<p translate="no">t = {n} <b>s</b></p>',
  ]) {
    expect(found(sound), sound).toEqual([]);
  }
  expect(
    found('<p><b>runs</b>{mark}{row(n)}</p>', 'const mark = <i />; const row = (n) => <b>{n}</b>;'),
  ).toEqual([]);
});
