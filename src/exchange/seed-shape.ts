import type { z } from 'zod';
import { seedFileSchemas } from '../ontology/seed-files.ts';
import { suggestion } from './nearest.ts';
import type { SeedProblem } from './seed-problems.ts';
import type { SeedFile } from './seed-reader.ts';
import { seedJsonSchema } from './seed-schemas.ts';
import type { SeedPath } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;
const defaultUnionMessage = 'Invalid input';
/** What YAML calls the types that zod expects. */
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

/** How far into the value the mistakes of a branch lie: the deepest is the one that was meant. */
function depthOf(issues: readonly Issue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}

/** Whether a branch of a union takes no scalar, going by what it says of the whole value. */
function wantsCollection(branch: readonly Issue[]): boolean {
  return branch.some(
    (issue) =>
      issue.path.length === 0 &&
      issue.code === 'invalid_type' &&
      (issue.expected === 'array' || issue.expected === 'object'),
  );
}

/** The mistakes themselves: of a union only those of the branch that fits the value best. */
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
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The keys that may stand in the mapping at the path. */
function knownKeys(schema: JsonSchema, path: SeedPath): readonly string[] {
  const branches = schema.anyOf ?? [];
  const inner = branches.flatMap((branch) => knownKeys(branch, path));
  const [step, ...rest] = path;
  if (step === undefined) return [...inner, ...Object.keys(schema.properties ?? {})];
  const next = typeof step === 'number' ? schema.items : schema.properties?.[step];
  return next === undefined ? inner : [...inner, ...knownKeys(next, rest)];
}

function describeIssue(issue: Issue, path: SeedPath, file: SeedFile): string {
  const { yaml } = file;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `expected at most ${issue.maximum} characters`;
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'array' ? 'expected at least one entry' : 'expected some text';
  }
  if (issue.code !== 'invalid_type') return issue.message.replace(/^Invalid input: /, '');
  const written = yaml.sourceOf(path);
  return issue.expected === 'string' && written !== null && written !== ''
    ? `expected text; write it in quotes: "${written}"`
    : `expected ${typeNames[issue.expected] ?? issue.expected}`;
}

/** Whether the value at the path is not there at all. */
function isMissing(data: unknown, path: SeedPath): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return true;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value === undefined;
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

/** What is wrong with the shape of a file: its keys, types and values, each at its place. */
export function checkShape(file: SeedFile): readonly SeedProblem[] {
  if ((file.yaml.data ?? null) === null) return [];
  const result = seedFileSchemas[file.kind].safeParse(file.yaml.data);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => leafIssues(file, issue))
    .flatMap(({ issue, path }) => problemsOf(file, issue, path));
}
