import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { SeedPosition } from './seed-problems.ts';
import { type YamlSlip, yamlSlips } from './yaml-slips.ts';

/** The keys and indexes that lead to a value. */
export type SeedPath = readonly (string | number)[];

/** A parsed YAML text that knows the place of every value. */
export interface YamlText {
  /** The plain value; undefined if the text is broken. */
  readonly data: unknown;
  readonly mistakes: readonly (SeedPosition & {
    readonly code: string;
    readonly message: string;
  })[];
  /** Valid YAML that may not mean what was intended. */
  readonly slips: readonly (SeedPosition & YamlSlip)[];
  /** The place of the value at the path, or of its key. For a missing value, the nearest place. */
  locate(path: SeedPath, at?: 'key' | 'value'): SeedPosition;
  /** The scalar at the path as written, or null for any other value. */
  sourceOf(path: SeedPath): string | null;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'range' in value;

/** The start of a node; null for a missing or empty one, which has no place. */
function startOf(node: unknown): number | null {
  if (!isNode(node) || (isScalar(node) && (node.source ?? '') === '' && node.type === 'PLAIN')) {
    return null;
  }
  return node.range?.[0] ?? null;
}

interface Place {
  readonly key: number;
  readonly value: number;
  readonly node: unknown;
}

/** Follows the path as far as it goes. */
function walk(
  document: Document,
  path: SeedPath,
): { readonly place: Place; readonly end: boolean } {
  const start = startOf(document.contents) ?? 0;
  let place: Place = { key: start, value: start, node: document.contents };
  for (const step of path) {
    const node = isAlias(place.node) ? place.node.resolve(document) : place.node;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (pair === undefined) return { place, end: false };
      const key = startOf(pair.key) ?? place.value;
      place = { key, value: startOf(pair.value) ?? key, node: pair.value };
    } else if (isSeq(node) && Number(step) < node.items.length) {
      const item = node.items[Number(step)];
      const value = startOf(item) ?? place.value;
      place = { key: value, value, node: item };
    } else return { place, end: false };
  }
  return { place, end: true };
}

/** The parser's message for lists and mappings that are nested too deeply. */
const tooDeep = /call stack/i;

function describeMistake({ code, message }: YAMLError): { code: string; message: string } {
  if (code === 'DUPLICATE_KEY') {
    return { code: 'duplicate-key', message: 'this key appears twice in one mapping' };
  }
  return tooDeep.test(message)
    ? { code: 'too-deep', message: 'expected fewer levels of nested lists and mappings' }
    : { code: 'bad-yaml', message: message.replace(/\s+/gu, ' ').trim() };
}

/**
 * Reads one YAML 1.2 document (core schema: dates stay text). It never throws because of the
 * content.
 */
export function readYaml(text: string): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    // Warnings are reported as problems, never on standard error.
    logLevel: 'error',
    merge: false,
  });
  const positionOf = (offset: number): SeedPosition => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const told = [...document.errors, ...document.warnings];
  // After the parser has given up, its messages only concern the place where it did.
  const gaveUp = told.find(({ message }) => tooDeep.test(message));
  const mistakes = (gaveUp === undefined ? told : [gaveUp]).map((mistake) => ({
    ...positionOf(mistake.pos[0]),
    ...describeMistake(mistake),
  }));
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      const message = `there is no anchor "&${alias.source}" before this alias`;
      mistakes.push({ ...positionOf(alias.range?.[0] ?? 0), code: 'bad-yaml', message });
    },
  });
  let data: unknown;
  try {
    if (mistakes.length === 0) data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    mistakes.push({ line: 1, column: 1, code: 'bad-yaml', message });
  }
  return {
    data,
    mistakes,
    slips: yamlSlips(document, text).map((slip) => ({ ...positionOf(slip.offset), ...slip })),
    locate(path, at = 'value') {
      const { place, end } = walk(document, path);
      return positionOf(at === 'key' && end ? place.key : place.value);
    },
    sourceOf(path) {
      const { place, end } = walk(document, path);
      return end && isScalar(place.node) ? (place.node.source ?? null) : null;
    },
  };
}
