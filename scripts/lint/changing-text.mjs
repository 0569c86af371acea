/**
 * A rule for oxlint: a text that React renews, or puts in and takes away, has an element of its own. Translators of pages
 * (Chrome's among them) move every text into elements of theirs. React sets the text of an element that holds nothing else
 * through that element; but a text beside others it holds on to: it would go on writing into what is no longer shown, and
 * throw where it puts something before it or takes it away, which ends the whole panel.
 */

const MESSAGE = {
  beside:
    'A text that changes needs an element of its own, or page translation leaves the old one: join it with its neighbours in one template or in <Words>, or put it into a <span>.',
  after:
    'A text behind what comes and goes needs an element of its own, or page translation makes React throw: put it into a <span>.',
  fragment:
    'A text in a fragment has no element that renews it under page translation: put it into a <span> or <Words>.',
};

const isNode = (value) => typeof value?.type === 'string';

/** All nodes below, itself included. */
function* below(node) {
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* below(child);
    }
  }
}

/** What a function may return. */
function returned(body) {
  if (body.type !== 'BlockStatement') return [body];
  return [...below(body)].filter((n) => n.type === 'ReturnStatement').map((n) => n.argument);
}

const isFunction = (node) =>
  node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';

/** Names that stand for elements in this file: functions and constants of JSX, and props of type ReactNode. */
function elementNames(program) {
  const names = new Set(['children']);
  const isShown = (node) => node && ['element', 'maybe'].includes(kindOf(node, names));
  for (const node of below(program)) {
    if (node.type === 'VariableDeclarator' && node.init) {
      const made = isFunction(node.init) ? returned(node.init.body) : [node.init];
      if (made.some(isShown)) names.add(node.id.name);
    } else if (node.type === 'FunctionDeclaration' && node.body) {
      if (returned(node.body).some(isShown)) names.add(node.id.name);
    } else if (node.type === 'TSPropertySignature') {
      const type = node.typeAnnotation?.typeAnnotation;
      if (type?.typeName?.name === 'ReactNode') names.add(node.key.name);
    }
  }
  return names;
}

/** What JSX leaves of a text: nothing where it is but the line's end and the indent. */
const isBlank = (text) => /^\s*$/.test(text) && text.includes('\n');

/**
 * What a child is when the page is shown: 'none'; 'text' that never changes; 'element'; 'maybe' an element, which comes and
 * goes; 'changing', a text that changes, or may be one.
 */
function kindOf(node, names) {
  const kind = (n) => kindOf(n, names);
  const isText = (k) => k === 'text' || k === 'changing';
  switch (node.type) {
    case 'JSXText':
      return isBlank(node.value) ? 'none' : 'text';
    case 'JSXElement':
    case 'JSXFragment':
      return 'element';
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return kind(node.expression);
    case 'JSXEmptyExpression':
      return 'none';
    case 'Literal':
      return node.value === null ? 'none' : 'text';
    case 'TemplateLiteral':
      return node.expressions.length > 0 ? 'changing' : 'text';
    case 'LogicalExpression':
      return isText(kind(node.right)) ? 'changing' : 'maybe';
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].some((n) => isText(kind(n))) ? 'changing' : 'maybe';
    case 'Identifier':
      return names.has(node.name) ? 'maybe' : 'changing';
    case 'CallExpression': {
      if (names.has(node.callee.name)) return 'maybe';
      // A list of elements.
      const made = node.arguments.filter(isFunction).flatMap((f) => returned(f.body));
      return made.some((n) => n && ['element', 'maybe'].includes(kind(n))) ? 'maybe' : 'changing';
    }
    default:
      return 'changing';
  }
}

/** `Words` joins its children into one text. */
const joins = (node) => node.openingElement?.name.name === 'Words';

/**
 * The texts of a file that page translation would leave behind.
 *
 * @returns {{ node: object, message: string }[]}
 */
export function changingTexts(program) {
  const names = elementNames(program);
  const found = [];
  for (const node of below(program)) {
    const isFragment = node.type === 'JSXFragment';
    if ((node.type !== 'JSXElement' && !isFragment) || joins(node)) continue;
    const children = node.children
      .map((child) => ({ child, kind: kindOf(child, names) }))
      .filter(({ kind }) => kind !== 'none');
    let comesAndGoes = false;
    for (const { child, kind } of children) {
      const report = (message) => found.push({ node: child, message });
      if (isFragment && (kind === 'text' || kind === 'changing')) report(MESSAGE.fragment);
      else if (children.length > 1 && kind === 'changing') report(MESSAGE.beside);
      else if (comesAndGoes && kind === 'text') report(MESSAGE.after);
      comesAndGoes ||= kind === 'maybe';
    }
  }
  return found;
}

export default {
  meta: { name: 'playground' },
  rules: {
    'changing-text': {
      create: (context) => ({
        Program(program) {
          for (const { node, message } of changingTexts(program)) context.report({ node, message });
        },
      }),
    },
  },
};
