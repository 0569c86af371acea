/**
 * A rule for oxlint: a text stands alone in its element. Translators of pages (Chrome's among them) move every text into
 * elements of theirs. React renews the text of an element that holds nothing else through that element; a text beside others
 * it holds on to: it would go on writing into what is no longer shown, and throw where it takes the text away or puts
 * something before it, which ends the whole panel. A text that never changes may be taken away all the same, when another
 * element of the same kind comes in place of its own.
 */

const BESIDE =
  'A text stands alone in its element, or page translation breaks it: join it with the texts beside it in one template or in <Words>, or put it into a <span>.';
const IN_FRAGMENT =
  'A text in a fragment has no element of its own, and page translation breaks it: put it into a <span> or <Words>.';

const isNode = (value) => typeof value?.type === 'string';

/** All nodes below, itself included, but for what lies within those that `skip` says. */
function* below(node, skip = () => false) {
  if (skip(node)) return;
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* below(child, skip);
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

/** Names that stand for elements in this file: functions and constants of JSX, props of type ReactNode, React's own cloneElement. */
function elementNames(program) {
  const names = new Set(['children', 'cloneElement']);
  const isElement = (node) => node && !mayBeText(node, names) && node.type !== 'Literal';
  for (const node of below(program)) {
    if (node.type === 'VariableDeclarator' && node.init) {
      const made = isFunction(node.init) ? returned(node.init.body) : [node.init];
      if (made.some(isElement)) names.add(node.id.name);
    } else if (node.type === 'FunctionDeclaration' && node.body) {
      if (returned(node.body).some(isElement)) names.add(node.id.name);
    } else if (node.type === 'TSPropertySignature') {
      const type = node.typeAnnotation?.typeAnnotation;
      if (type?.typeName?.name === 'ReactNode') names.add(node.key.name);
    }
  }
  return names;
}

/** White space is no text to translators. */
const isBlank = (value) => value === null || /^\s*$/.test(String(value));

/** Whether a child is a text on the page, or may be one. */
function mayBeText(node, names) {
  const may = (n) => n != null && mayBeText(n, names);
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
      return !isBlank(node.value);
    case 'JSXElement':
    case 'JSXFragment':
    case 'JSXEmptyExpression':
      return false;
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return may(node.expression);
    case 'LogicalExpression':
      return may(node.right);
    case 'ConditionalExpression':
      return may(node.consequent) || may(node.alternate);
    case 'Identifier':
      return !names.has(node.name);
    case 'CallExpression': {
      if (names.has(node.callee.name)) return false;
      // A list of elements.
      const made = node.arguments.filter(isFunction).flatMap((f) => returned(f.body));
      return made.length === 0 || made.some(may);
    }
    default:
      return true;
  }
}

const nameOf = (node) => node.openingElement?.name.name;

/** What is not to be translated stays as it is. */
const isUntranslated = (node) =>
  node.openingElement?.attributes.some(
    ({ name, value }) => name?.name === 'translate' && value?.value === 'no',
  ) ?? false;

const isFragment = (node) => node.type === 'JSXFragment' || nameOf(node) === 'Fragment';

/**
 * The texts of a file that page translation would break.
 *
 * @returns {{ node: object, message: string }[]}
 */
export function textsBeside(program) {
  const names = elementNames(program);
  const found = [];
  for (const node of below(program, isUntranslated)) {
    // `Words` joins its children into one text.
    if ((node.type !== 'JSXElement' && node.type !== 'JSXFragment') || nameOf(node) === 'Words')
      continue;
    const children = node.children.filter(
      (n) =>
        !(n.type === 'JSXText' && isBlank(n.value)) && n.expression?.type !== 'JSXEmptyExpression',
    );
    const alone = children.length === 1 && !isFragment(node);
    if (alone) continue;
    for (const child of children.filter((n) => mayBeText(n, names))) {
      found.push({ node: child, message: isFragment(node) ? IN_FRAGMENT : BESIDE });
    }
  }
  return found;
}

export const textAlone = {
  create: (context) => ({
    Program(program) {
      for (const { node, message } of textsBeside(program)) context.report({ node, message });
    },
  }),
};
