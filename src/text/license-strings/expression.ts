import {
  expressionWords,
  type LicenseTree,
  parseStandIns,
  spdxExceptions,
  standIn,
} from '../../ontology/license-grammar.ts';
import type { LicenseIndex } from './license-index.ts';
import { lookUp } from './look-up.ts';
import { tokenize } from './tokens.ts';
import type {
  ExpressionLicense,
  ExpressionNode,
  LicenseExpression,
  LicenseTarget,
} from './types.ts';

/** A license expression, or the reason why a text that looks like one is none. */
export type Read =
  | { readonly expression: LicenseExpression; readonly targets: readonly (LicenseTarget | null)[] }
  | { readonly problem: string };

const longest = 2_000;
const mostOperands = 100;
const deepest = 50;

interface Piece {
  readonly type: 'OPERATOR' | 'OPEN' | 'CLOSE' | 'TEXT';
  readonly text: string;
}

const capitalOperator = /^(?:AND|OR|WITH)$/;
const anyOperator = /^(?:and|or|with)$/i;

/** Splits a text at parentheses and operators. */
function cut(words: readonly string[], operator: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (word === '(') pieces.push({ type: 'OPEN', text: word });
    else if (word === ')') pieces.push({ type: 'CLOSE', text: word });
    else if (operator.test(word)) pieces.push({ type: 'OPERATOR', text: word });
    else if (last?.type === 'TEXT') {
      pieces[pieces.length - 1] = { type: 'TEXT', text: `${last.text} ${word}` };
    } else pieces.push({ type: 'TEXT', text: word });
  }
  return pieces;
}

const reference = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const looksLikeOne =
  /\b(?:and|or|with)\b|[A-Za-z0-9.]\+|^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-/i;

/** The SPDX form of a license: its identifier, or a LicenseRef. */
function spdxIdOf(target: LicenseTarget): string {
  if (target.spdx !== null) return target.spdx.id;
  const own = target.license?.identifiers
    .map(({ value }) => value)
    .find((id) => reference.test(id));
  const slug = target.license?.slug.replaceAll('+', 'plus') ?? '';
  return own ?? `LicenseRef-glossgraph-${slug}`;
}

/**
 * Whether every operand is one identifier. Operators in lower case then count as SPDX operators.
 */
function combinesIdentifiers(index: LicenseIndex, pieces: readonly Piece[]): boolean {
  return pieces.every(({ type, text }, at) => {
    if (type !== 'TEXT') return true;
    const isException = /^with$/i.test(pieces[at - 1]?.text ?? '');
    if (isException) return spdxExceptions.has(text.toLowerCase());
    return reference.test(text) || index.spdxIds.has(text.toLowerCase().replace(/\+$/, ''));
  });
}

/** Reads one operand. Returns null where it is not certain which license it is. */
function readOperand(
  index: LicenseIndex,
  text: string,
  onlyShort: boolean,
): ExpressionLicense | null {
  const found = (
    target: LicenseTarget | null,
    orLater: boolean,
    id?: string,
  ): ExpressionLicense => ({
    type: 'LICENSE',
    target,
    spdxId: id ?? (target === null ? text : spdxIdOf(target)),
    orLater,
    exception: null,
  });
  const byId = index.spdxIds.get(text.toLowerCase());
  if (byId !== undefined) return found(byId, false);
  if (reference.test(text)) return found(null, false);
  const later = text.endsWith('+') ? index.spdxIds.get(text.slice(0, -1).toLowerCase()) : undefined;
  if (later !== undefined && later.spdx !== null && /[0-9]/.test(later.spdx.id)) {
    return found(later, true);
  }
  if (onlyShort && text.includes(' ')) return null;
  const named = lookUp(index, tokenize(text, 41));
  return named?.kind === 'ONE' ? found(named.target, false) : null;
}

interface Operands {
  readonly licenses: readonly ExpressionLicense[];
  /** The expression with a numbered placeholder for each license, for the parser. */
  readonly skeleton: string;
}

/**
 * Reads a text as an SPDX expression: operators in any case, every operand an identifier or a whole
 * name. The SPDX parser checks the grammar, with placeholders for the operands. A lower-case
 * operator beside capital ones may belong to a name, but not between identifiers. Returns null
 * where the text does not look like an expression.
 */
export function readExpression(index: LicenseIndex, text: string): Read | null {
  if (text.length > longest || !looksLikeOne.test(text)) return null;
  const words = expressionWords(text);
  const hasCapitals = words.some((word) => capitalOperator.test(word));
  const inAnyCase = cut(words, anyOperator);
  const operands =
    hasCapitals && !combinesIdentifiers(index, inAnyCase)
      ? readOperands(index, cut(words, capitalOperator))
      : readOperands(index, inAnyCase);
  if ('problem' in operands) return operands;
  const root = parse(operands);
  if (root === null)
    return { problem: 'The operators and parentheses do not form an SPDX expression.' };
  const used = licensesOf(root);
  return { expression: { text: format(root, null), root }, targets: used.map((one) => one.target) };
}

function readOperands(
  index: LicenseIndex,
  pieces: readonly Piece[],
): Operands | { problem: string } {
  const licenses: ExpressionLicense[] = [];
  const skeleton: string[] = [];
  if (pieces.some(({ type, text }) => type === 'TEXT' && /[,;]$/.test(text))) {
    return { problem: 'A comma beside an operator does not say what binds first.' };
  }
  const mixed = ['and', 'or'].every((word) =>
    pieces.some(({ type, text }) => type === 'OPERATOR' && text === word),
  );
  // Parentheses and capital operators mark SPDX grammar, where AND binds first.
  const isSpdx = pieces.some(
    ({ type, text }) => type === 'OPEN' || (type === 'OPERATOR' && capitalOperator.test(text)),
  );
  if (mixed && !isSpdx) {
    return { problem: 'A lower-case mixture of “and” and “or” does not say what binds first.' };
  }
  // A lower-case "and" between names may only list them. Between identifiers it is an operator.
  const onlyShort = pieces.some(
    ({ type, text }) => type === 'OPERATOR' && /^(?:and|And)$/.test(text),
  );
  let depth = 0;
  let expectsException = false;
  for (const { type, text } of pieces) {
    depth += type === 'OPEN' ? 1 : type === 'CLOSE' ? -1 : 0;
    if (depth > deepest) return { problem: `The parentheses nest deeper than ${deepest}.` };
    if (type !== 'TEXT') {
      skeleton.push(text.toUpperCase());
      expectsException = /^with$/i.test(text);
      continue;
    }
    if (expectsException) {
      const exception = spdxExceptions.get(text.toLowerCase());
      if (exception === undefined)
        return { problem: `“${text.slice(0, 80)}” is not an exception of the SPDX list.` };
      skeleton.push(exception);
    } else {
      if (licenses.length >= mostOperands)
        return { problem: `The text has more than ${mostOperands} operands.` };
      const license = readOperand(index, text, onlyShort);
      if (license === null)
        return { problem: `It is not certain which license “${text.slice(0, 80)}” is.` };
      skeleton.push(standIn(licenses.length));
      licenses.push(license);
    }
    expectsException = false;
  }
  return { licenses, skeleton: skeleton.join(' ') };
}

function parse({ licenses, skeleton }: Operands): ExpressionNode | null {
  const tree = parseStandIns(skeleton);
  return tree === null ? null : convert(tree, licenses);
}

function convert(tree: LicenseTree, licenses: readonly ExpressionLicense[]): ExpressionNode {
  if (tree.kind === 'LICENSE') {
    const license = licenses[tree.operand];
    if (license === undefined) throw new Error('A stand-in has no license.');
    return { ...license, exception: tree.exception };
  }
  const operands = tree.of.map((part) => convert(part, licenses));
  return { type: tree.kind === 'ALL' ? 'AND' : 'OR', operands };
}

function licensesOf(node: ExpressionNode): readonly ExpressionLicense[] {
  return node.type === 'LICENSE' ? [node] : node.operands.flatMap(licensesOf);
}

function format(node: ExpressionNode, within: 'AND' | 'OR' | null): string {
  if (node.type === 'LICENSE') {
    const id = `${node.spdxId}${node.orLater ? '+' : ''}`;
    return node.exception === null ? id : `${id} WITH ${node.exception}`;
  }
  const text = node.operands.map((operand) => format(operand, node.type)).join(` ${node.type} `);
  return within === null ? text : `(${text})`;
}
