import jsonc from 'jsonc-parser';
import type { z } from 'zod';
import { type Reading, readInput, refused } from './input-file.ts';
import type { SeedPosition, SeedProblem } from './seed-problems.ts';
import type { SeedPath } from './yaml-file.ts';

/** The most nested levels. No catalog needs more, but an attack may. */
const mostLevels = 100;
/** The most problems reported. A file of another format has one in every value. */
const mostProblems = 50;

/** A JSON text with its data. */
export interface JsonText {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
}

/** Reads JSON (RFC 8259, also with a byte order mark). Reports a mistake with its place. */
export function readJson(file: string, given: string): Reading<JsonText> {
  const text = given.replace(/^\uFEFF/, '');
  const deep = nestedBeyond(text, mostLevels);
  if (deep !== null) {
    const message = `expected at most ${mostLevels} levels of nested lists and objects`;
    return syntaxProblem(file, text, deep, 'too-deep', message);
  }
  try {
    return { ok: true, value: { file, text, data: JSON.parse(text) as unknown } };
  } catch (error) {
    const first = firstMistake(text);
    if (first !== null) return syntaxProblem(file, text, first.offset, 'bad-json', first.message);
    const reason = error instanceof Error ? error.message : String(error);
    return refused(file, 'bad-json', `expected JSON: ${reason}`);
  }
}

/** Reads a JSON file of limited size: `readInput`, then `readJson`. */
export async function readJsonFile(file: string, mostBytes?: number): Promise<Reading<JsonText>> {
  const input = await readInput(file, mostBytes);
  return input.ok ? readJson(file, input.value) : input;
}

/** Checks the data of a JSON text. Reports problems with the places of the values. */
export function checkJson<Value>(json: JsonText, schema: z.ZodType<Value>): Reading<Value> {
  const parsed = schema.safeParse(json.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.slice(0, mostProblems);
  const places = locateIn(json, issues.map(placeOf));
  const problems = issues.map((issue, index): SeedProblem => {
    const place = places[index] ?? { line: 1, column: 1 };
    return { file: json.file, ...place, severity: 'error', ...describeIssue(issue, json.data) };
  });
  return { ok: false, problems };
}

/** The places of the values at the paths. For a missing value, the nearest existing place. */
export function locateIn({ text }: JsonText, paths: readonly SeedPath[]): readonly SeedPosition[] {
  const wanted = new Set(
    paths.flatMap((path) => path.map((_, end) => keyOf(path.slice(0, end + 1)))),
  );
  const found = new Map<string, SeedPosition>();
  const note = (line: number, character: number, path: () => jsonc.JSONPath) => {
    const key = keyOf(path());
    if (wanted.has(key)) found.set(key, { line: line + 1, column: character + 1 });
  };
  if (wanted.size > 0) {
    jsonc.visit(text, {
      onObjectBegin: (_offset, _length, line, character, path) => note(line, character, path),
      onArrayBegin: (_offset, _length, line, character, path) => note(line, character, path),
      onLiteralValue: (_value, _offset, _length, line, character, path) =>
        note(line, character, path),
    });
  }
  return paths.map((path) => {
    for (let end = path.length; end > 0; end -= 1) {
      const place = found.get(keyOf(path.slice(0, end)));
      if (place !== undefined) return place;
    }
    return { line: 1, column: 1 };
  });
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

const open = new Set(['{', '[']);
const closed = new Set(['}', ']']);

/** The offset where a text is nested too deeply; null for none. It reads each character once. */
function nestedBeyond(text: string, most: number): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at);
    else if (open.has(character)) {
      depth += 1;
      if (depth > most) return at;
    } else if (closed.has(character)) depth -= 1;
  }
  return null;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '"') return at;
  }
  return text.length;
}

function syntaxProblem(
  file: string,
  text: string,
  offset: number,
  code: string,
  message: string,
): Reading<never> {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return { ok: false, problems: [{ file, line, column, severity: 'error', code, message }] };
}

const expectations: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'expected a value: text in double quotes, a number, true, false, null, a list or an object',
  InvalidNumberFormat: 'expected a number',
  PropertyNameExpected: 'expected the name of a property, in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon after the name of the property',
  CommaExpected: 'expected a comma before the next one',
  CloseBraceExpected: 'expected "}" at the end of the object',
  CloseBracketExpected: 'expected "]" at the end of the list',
  EndOfFileExpected: 'expected nothing after the value',
  InvalidCommentToken: 'expected no comment: JSON has none',
  UnexpectedEndOfComment: 'expected no comment: JSON has none',
  UnexpectedEndOfString: 'expected a double quote at the end of the text',
  UnexpectedEndOfNumber: 'expected a digit at the end of the number',
  InvalidUnicode: 'expected four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'expected one of " \\ / b f n r t u after the backslash',
  InvalidCharacter: 'expected no control character within a text',
};

interface Mistake {
  readonly offset: number;
  readonly message: string;
}

/** The first mistake in a JSON text. Null if there is none. */
export function firstMistake(text: string): Mistake | null {
  const mistakes: Mistake[] = [];
  const options = { disallowComments: true, allowTrailingComma: false };
  jsonc.visit(
    text,
    {
      onError(error, offset) {
        if (mistakes.length > 0) return;
        const name = jsonc.printParseErrorCode(error);
        const message = expectations[name] ?? 'expected JSON';
        mistakes.push(strayComma(text, offset) ?? { offset, message });
      },
    },
    options,
  );
  return mistakes[0] ?? null;
}

/** Finds a comma before the end of a list or object, which many editors and YAML accept. */
function strayComma(text: string, offset: number): Mistake | null {
  const end = /^\s*([}\]])/.exec(text.slice(offset, offset + 1000))?.[1];
  if (end === undefined) return null;
  const before = text.slice(0, offset).trimEnd();
  if (!before.endsWith(',')) return null;
  return { offset: before.length - 1, message: `expected no comma before the closing "${end}"` };
}

type Issue = z.core.$ZodIssue;

/** The names in JSON of the types that zod expects. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** The path of the invalid value. */
export function placeOf({ path }: Pick<Issue, 'path'>): SeedPath {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** The problem with a value in words, for JSON and for YAML in the same form. */
export function describeIssue(issue: Issue, data: unknown): { code: string; message: string } {
  const path = placeOf(issue);
  if (issue.code !== 'custom' && isMissing(data, path)) {
    return { code: 'missing-key', message: `"${path.join('.')}" is missing` };
  }
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  return { code: 'bad-value', message: `${where}${expectedOf(issue)}` };
}

function expectedOf(issue: Issue): string {
  if (issue.message.startsWith('expected')) return issue.message;
  if (issue.code === 'invalid_type')
    return `expected ${typeNames[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  return 'expected another value';
}

/** Whether there is no value at the path. */
export function isMissing(data: unknown, path: SeedPath): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return true;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value === undefined;
}
