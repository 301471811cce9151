import type { z } from 'zod';
import { suggestion } from '../../base/nearest.ts';
import { seedFileSchemas } from '../../ontology/seed-files.ts';
import { isMissing } from '../json-text.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { SeedPath } from '../yaml-file.ts';
import type { SeedFile } from './seed-reader.ts';
import { seedJsonSchema } from './seed-schemas.ts';

type Issue = z.core.$ZodIssue;
const defaultUnionMessage = 'Invalid input';
/** The names in YAML of the types that zod expects. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping (key: value)',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
};

interface LeafIssue {
  readonly issue: Issue;
  readonly path: SeedPath;
}

function asPath(path: readonly PropertyKey[]): SeedPath {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** The depth of a branch's mistakes. The branch with the deepest mistakes is the intended one. */
function depthOf(issues: readonly Issue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}

/** Whether a branch of a union rejects scalars, according to its issues on the whole value. */
function wantsCollection(branch: readonly Issue[]): boolean {
  return branch.some(
    (issue) =>
      issue.path.length === 0 &&
      issue.code === 'invalid_type' &&
      (issue.expected === 'array' || issue.expected === 'object'),
  );
}

/** The single mistakes. For a union, those of the branch that fits the value best. */
function leafIssues(file: SeedFile, issue: Issue, prefix: SeedPath = []): LeafIssue[] {
  const path = [...prefix, ...asPath(issue.path)];
  if (issue.code !== 'invalid_union' || issue.message !== defaultUnionMessage) {
    return [{ issue, path }];
  }
  const isScalar = file.yaml.sourceOf(path) !== null;
  const misfit = (branch: readonly Issue[]) => Number(wantsCollection(branch) === isScalar);
  const [meant] = [...issue.errors].sort(
    (one, other) =>
      depthOf(other) - depthOf(one) || misfit(one) - misfit(other) || one.length - other.length,
  );
  return (meant ?? []).flatMap((inner) => leafIssues(file, inner, path));
}

interface JsonSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The allowed keys of the mapping at the path. */
function knownKeys(schema: JsonSchema, path: SeedPath): readonly string[] {
  return schemasAt(schema, path).flatMap(({ properties }) => Object.keys(properties ?? {}));
}

/** Whether any text is allowed at the path, not only a name from a list, a date or an address. */
function takesAnyText(schema: JsonSchema, path: SeedPath): boolean {
  return schemasAt(schema, path).some(
    (found) => found.type === 'string' && !found.enum && !found.pattern && !found.format,
  );
}

/** The allowed schemas at the path. */
function schemasAt(schema: JsonSchema, path: SeedPath): readonly JsonSchema[] {
  const inner = (schema.anyOf ?? []).flatMap((branch) => schemasAt(branch, path));
  const [step, ...rest] = path;
  if (step === undefined) return [...inner, schema];
  const next = typeof step === 'number' ? schema.items : schema.properties?.[step];
  return next === undefined ? inner : [...inner, ...schemasAt(next, rest)];
}

/** The message of zod, or our own if the schema has none. */
function messageOf(issue: Issue): string {
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
    const side = issue.code === 'too_small' ? 'least' : 'most';
    return `expected a number of at ${side} ${bound}`;
  }
  const text = issue.message.replace(/^Invalid input: /, '');
  return /^(?:expected|")/.test(text) ? text : 'expected another value';
}

function describeIssue(issue: Issue, path: SeedPath, file: SeedFile): string {
  const { yaml } = file;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `expected at most ${issue.maximum} characters`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return 'expected some text';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'expected at least one entry';
  if (issue.code !== 'invalid_type') return messageOf(issue);
  const written = yaml.sourceOf(path);
  return issue.expected === 'string' && written !== null && written !== ''
    ? `expected text; write it in quotes: "${written}"`
    : `expected ${typeNames[issue.expected] ?? issue.expected}`;
}

function problemsOf(file: SeedFile, issue: Issue, path: SeedPath): SeedProblem[] {
  const base = { file: file.file, severity: 'error' } as const;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(seedJsonSchema(file.kind) as JsonSchema, path);
    return issue.keys.map((key) => {
      const where = path.length === 0 ? 'here' : `in ${path.join('.')}`;
      const message = `"${key}" is not a key ${where}${suggestion(key, known)}`;
      return { ...base, ...file.yaml.locate([...path, key], 'key'), code: 'unknown-key', message };
    });
  }
  const position = file.yaml.locate(path);
  if (isMissing(file.yaml.data, path)) {
    const message = `"${path.join('.')}" is missing`;
    return [{ ...base, ...position, code: 'missing-key', message }];
  }
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  const message = `${where}${describeIssue(issue, path, file)}`;
  return [{ ...base, ...position, code: 'bad-value', message }];
}

/** The problems with the shape of a file: its keys, types and values, each at its place. */
export function checkShape(file: SeedFile): readonly SeedProblem[] {
  if ((file.yaml.data ?? null) === null) return [];
  const problems = schemaProblems(file);
  // A problem with the value says more than a YAML problem at the same place.
  const told = new Set(problems.map(({ line, column }) => `${line}:${column}`));
  const slips = slipProblems(file).filter(({ line, column }) => !told.has(`${line}:${column}`));
  return [...slips, ...problems];
}

/** Places where YAML reads something else than intended. A comment counts if it may be text. */
function slipProblems(file: SeedFile): SeedProblem[] {
  const schema = seedJsonSchema(file.kind) as JsonSchema;
  return file.yaml.slips
    .filter(({ code, path }) => code !== 'text-cut' || takesAnyText(schema, path))
    .map(({ line, column, code, message }) => {
      return { file: file.file, line, column, severity: 'error', code, message };
    });
}

function schemaProblems(file: SeedFile): SeedProblem[] {
  const result = seedFileSchemas[file.kind].safeParse(file.yaml.data);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => leafIssues(file, issue))
    .flatMap(({ issue, path }) => problemsOf(file, issue, path));
}
