/** The license fields of a model card's front matter, of a package file or of a header line. */
export interface CardFields {
  readonly licenses: readonly string[];
  readonly name: string | null;
  readonly link: string | null;
  /** Whether the fields allow only SPDX identifiers. */
  readonly spdx: boolean;
  /** The text outside the license fields, or null. */
  readonly extra: string | null;
}

const keys =
  'license_name|license-name|license_link|license-link|license_url|spdx-license-identifier|license-expression|license_expression|licenses|license|licence';
const fieldAt = new RegExp(
  `(?:^|[\\s,;{/|(])["'*]{0,3}(${keys})["'*]{0,3}\\s?:(?!:)["'*]{0,3}(?=\\s|\\[|["']|\\w|$)`,
  'gi',
);
const startsWithField = new RegExp(`^["'*{\\s-]{0,8}(?:${keys})["'*]{0,3}\\s?:`, 'i');
const fence = /^---\s*$/m;
const longest = 4_000;

interface Field {
  readonly key: string;
  readonly value: string;
}

/** The license fields of a text that is metadata; null for running text. */
export function cardFields(text: string): CardFields | null {
  const classifier = classified(text);
  if (classifier !== null)
    return { licenses: [classifier], name: null, link: null, spdx: false, extra: null };
  if (text.length > longest) return null;
  const fenced = text.startsWith('---');
  const typed = /^\{\s?"type"\s?:\s?"([^"]*)"\s?(?:,\s?"url"\s?:\s?"([^"]*)"\s?)?\}$/.exec(text);
  if (typed !== null) {
    return {
      licenses: [typed[1] ?? ''],
      name: null,
      link: typed[2] ?? null,
      spdx: false,
      extra: null,
    };
  }
  if (!fenced && !startsWithField.test(text)) return null;
  const body = fenced ? (text.slice(3).split(fence)[0] ?? '') : text;
  const fields = fieldsOf(body);
  if (fields.length === 0) return null;
  const firstValue = (pattern: RegExp): string | null =>
    fields.find(({ key }) => pattern.test(key))?.value ?? null;
  const licenses = fields.filter(({ key }) =>
    /^(?:licen[sc]es?|.*identifier|.*expression)$/i.test(key),
  );
  return {
    licenses: licenses.flatMap(({ value }) => listed(value)),
    name: present(firstValue(/name$/i)),
    link: present(firstValue(/(?:link|url)$/i)),
    spdx: fields.some(({ key }) => /identifier|expression/i.test(key)),
    extra: fenced ? null : extraOf(body, fields),
  };
}

/** The last part of a classifier: "License :: OSI Approved :: MIT License". */
function classified(text: string): string | null {
  const parts = /^License\s?::/i.test(text) && !text.includes('\n') ? text.split('::') : [];
  return parts.length > 1 ? (parts.at(-1)?.trim() ?? null) : null;
}

function fieldsOf(body: string): readonly Field[] {
  const starts = [...body.matchAll(fieldAt)];
  return starts.map((start, at) => {
    const from = start.index + start[0].length;
    const raw = body.slice(from, starts[at + 1]?.index ?? body.length);
    return { key: start[1] ?? '', value: valueIn(raw) };
  });
}

/** The value of a field: the rest of its line, or the indented or listed lines below. */
function valueIn(raw: string): string {
  const [first = '', ...below] = raw.split('\n');
  const head = first.trim();
  if (head !== '' && !/^[>|][+-]?$/.test(head)) return trimmed(head);
  const lines: string[] = [];
  for (const line of below) {
    const text = line.trim();
    if (text === '') continue;
    if (/^["']?[\w-]+["']?\s?:(?!\/)/.test(text)) break;
    lines.push(text);
  }
  return lines.every((line) => line.startsWith('- '))
    ? `[${lines.map((line) => trimmed(line.slice(2))).join(', ')}]`
    : lines.join(' ');
}

function trimmed(value: string): string {
  let text = value
    .trim()
    .replace(/[\s,;/|}]+$/, '')
    .trim();
  if (/^(["'])[^"']*\1$/.test(text)) text = text.slice(1, -1);
  return text.replace(/^\*+\s?|\s?\*+$/g, '');
}

function present(value: string | null): string | null {
  return value === null || value === '' || /^(?:null|none|~)$/i.test(value) ? null : value;
}

/** The entries of a value that is a list, otherwise the value alone. */
function listed(value: string): readonly string[] {
  if (!/^\[.*\]$/.test(value)) return [value];
  return value
    .slice(1, -1)
    .split(',')
    .map(trimmed)
    .filter((entry) => entry !== '');
}

/** Lines outside the fields. They may contradict a field. */
function extraOf(body: string, fields: readonly Field[]): string | null {
  const known = fields.map(({ value }) => value);
  const lines = body.split('\n').filter((line) => {
    const text = line.trim().replace(/^-\s/, '');
    if (text === '' || /^[{}\]]$/.test(text) || startsWithField.test(text)) return false;
    return !known.some((value) => value.includes(trimmed(text)));
  });
  return lines.length === 0 ? null : lines.join(' ').slice(0, 500);
}
