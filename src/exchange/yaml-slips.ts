import { type Document, isAlias, isNode, isPair, isScalar, isSeq, visit } from 'yaml';

/** Something that YAML accepts, but that the writer probably did not mean. */
export interface YamlSlip {
  readonly code: 'number-form' | 'text-cut' | 'unused-anchor';
  /** The number of characters from the start of the text. */
  readonly offset: number;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Ancestors = readonly unknown[];

/** The keys and indexes from the root to a node, from its ancestors. */
function pathOf(ancestors: Ancestors, node: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  const chain = [...ancestors, node];
  chain.forEach((parent, index) => {
    if (isPair(parent) && isScalar(parent.key)) path.push(String(parent.key.value));
    else if (isSeq(parent)) path.push(parent.items.indexOf(chain[index + 1]));
  });
  return path;
}

/**
 * The message for a number that reads differently from how it is written: octal 0o17, hexadecimal
 * 0x10, 010, 1e3, 2.0.
 */
function numberMessage(value: unknown, source: string | undefined): string | null {
  if (typeof value !== 'number' || source === undefined || String(value) === source) return null;
  return `YAML reads ${source} as ${value}; expected a number written that way, or text in quotes: "${source}"`;
}

/**
 * The places where YAML silently changes a text: a comment that cuts an unquoted text, a number in
 * another form, an anchor without a reference (such as "&B" before a text).
 */
export function yamlSlips(document: Document, text: string): readonly YamlSlip[] {
  const slips: YamlSlip[] = [];
  const anchors = new Map<string, YamlSlip>();
  const used = new Set<string>();
  visit(document, (key, node, ancestors) => {
    if (isAlias(node)) used.add(node.source);
    if (!isNode(node) || isAlias(node) || node.range == null) return;
    const [offset, end] = node.range;
    const path = pathOf(ancestors, node);
    if (node.anchor !== undefined) {
      const message = `"&${node.anchor}" is an anchor without a reference; put a text that begins with & in quotes`;
      anchors.set(node.anchor, { code: 'unused-anchor', offset, path, message });
    }
    if (!isScalar(node) || node.type !== 'PLAIN' || key === 'key') return;
    const number = numberMessage(node.value, node.source);
    if (number !== null) slips.push({ code: 'number-form', offset, path, message: number });
    if (typeof node.value === 'string' && /^[ \t]+#/.test(text.slice(end, end + 80))) {
      const message =
        'the text ends before " #", which begins a comment; expected it in quotes, or the comment on a line of its own';
      slips.push({ code: 'text-cut', offset, path, message });
    }
  });
  for (const name of used) anchors.delete(name);
  return [...slips, ...anchors.values()];
}
