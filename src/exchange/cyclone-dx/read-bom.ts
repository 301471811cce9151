import { z } from 'zod';
import { zKeptLicense } from '../catalog/kept-line.ts';
import type { Reading } from '../input-file.ts';
import {
  checkJson,
  describeIssue,
  type JsonText,
  locateIn,
  placeOf,
  readJsonFile,
} from '../json-text.ts';
import type { SeedPosition, SeedProblem } from '../seed-problems.ts';
import type { SeedPath } from '../yaml-file.ts';

/** A model in a bill of materials. */
export interface BomModel extends SeedPosition {
  readonly ref: string | null;
  readonly name: string;
  readonly group: string | null;
  readonly version: string | null;
  readonly purl: string | null;
  /** The addresses of its external references. */
  readonly urls: readonly string[];
  /** Its licenses as written: identifiers, names or an expression. */
  readonly licenses: readonly string[];
  /** The models it was derived from. */
  readonly ancestors: readonly BomIdentity[];
}
/** A model in a bill that another model was derived from. */
export type BomIdentity = Pick<BomModel, 'name' | 'group' | 'version' | 'purl' | 'urls'>;

/** The models in a CycloneDX bill of materials. */
export interface Bom {
  readonly file: string;
  /** What the bill is of, as far as it says. */
  readonly product: string | null;
  readonly productVersion: string | null;
  readonly serialNumber: string | null;
  /** The day when the bill was made. */
  readonly madeOn: string | null;
  readonly models: readonly BomModel[];
  /** The number of components of other types. */
  readonly others: number;
}

const zText = z.string('expected text');
const zOptional = zText.nullish().transform((value) => value?.trim() || null);
const zReferences = z
  .array(
    z.looseObject({ url: zText }, 'expected a reference: an object'),
    'expected a list of references',
  )
  .nullish()
  .transform((references) => (references ?? []).map(({ url }) => url));
const identity = {
  name: zText.trim().min(1, 'expected a name'),
  group: zOptional,
  version: zOptional,
  purl: zOptional,
  externalReferences: zReferences,
};
const zWritten = zKeptLicense.nullish().transform((value) => value || null);
const zLicense = z
  .looseObject(
    {
      expression: zWritten,
      license: z
        .looseObject({ id: zWritten, name: zWritten }, 'expected a license: an object')
        .nullish(),
    },
    'expected a license or an expression: an object',
  )
  .transform(({ expression, license }) => expression ?? license?.id ?? license?.name ?? null);
const zComponent = z.looseObject(
  {
    type: zText.min(1, 'expected the type of a component'),
    'bom-ref': zOptional,
    ...identity,
    licenses: z.array(zLicense, 'expected a list of licenses').nullish(),
    pedigree: z
      .looseObject({
        ancestors: z
          .array(
            z.looseObject(identity, 'expected a component: an object'),
            'expected a list of components',
          )
          .nullish(),
      })
      .nullish(),
    components: z.array(z.unknown(), 'expected a list of components').nullish(),
  },
  'expected a component: an object',
);
const zBom = z.looseObject(
  {
    bomFormat: z.literal('CycloneDX', 'expected "CycloneDX"'),
    specVersion: zText.regex(
      /^1\.(?:[5-9]|\d{2})$/,
      'expected 1.5 or later: bills of earlier versions name no models',
    ),
    serialNumber: zOptional,
    metadata: z
      .looseObject(
        { timestamp: zOptional, component: z.unknown().optional() },
        'expected an object',
      )
      .nullish(),
    components: z.array(z.unknown(), 'expected a list of components').nullish(),
  },
  'expected a CycloneDX bill of materials: an object',
);

const mostProblems = 50;

/** Reads the models of a CycloneDX bill of materials in JSON. */
export async function readBom(file: string): Promise<Reading<Bom>> {
  const json = await readJsonFile(file, 64 * 1024 * 1024);
  if (!json.ok) return json;
  const bom = checkJson(json.value, zBom);
  if (!bom.ok) return bom;
  const { serialNumber, metadata, components } = bom.value;
  const roots = [
    ...(metadata?.component === undefined
      ? []
      : [{ path: ['metadata', 'component'] as SeedPath, value: metadata.component }]),
    ...(components ?? []).map((value, index) => ({
      path: ['components', index] as SeedPath,
      value,
    })),
  ];
  const walk = walkComponents(json.value, roots);
  if (!walk.ok) return walk;
  const product = metadata?.component as { name?: unknown; version?: unknown } | undefined;
  return {
    ok: true,
    value: {
      file,
      product: textOf(product?.name),
      productVersion: textOf(product?.version),
      serialNumber,
      madeOn: /^\d{4}-\d{2}-\d{2}/.exec(metadata?.timestamp ?? '')?.[0] ?? null,
      ...walk.value,
    },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

type Component = z.output<typeof zComponent>;
interface Placed {
  readonly path: SeedPath;
  readonly value: unknown;
}

/** All components, with nested ones, in the order of the file. */
function walkComponents(
  json: JsonText,
  roots: readonly Placed[],
): Reading<Pick<Bom, 'models' | 'others'>> {
  const problems: SeedProblem[] = [];
  const models: { path: SeedPath; component: Component }[] = [];
  let others = 0;
  const left = [...roots].reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (problems.length >= mostProblems) break;
    const { path, value } = next;
    const parsed = zComponent.safeParse(value);
    if (!parsed.success) {
      problems.push(...problemsWithin(json, path, parsed.error.issues));
      continue;
    }
    const component = parsed.data;
    const isModel =
      component.type === 'machine-learning-model' ||
      /^pkg:\/*huggingface\//i.test(component.purl ?? '');
    if (isModel) models.push({ path, component });
    else others += 1;
    const inner = (component.components ?? []).map((each, index) => {
      return { path: [...path, 'components', index], value: each };
    });
    left.push(...inner.reverse());
  }
  if (problems.length > 0) return { ok: false, problems };
  const places = locateIn(
    json,
    models.map(({ path }) => path),
  );
  return {
    ok: true,
    value: {
      models: models.map(({ component }, index) => ({
        ...modelOf(component),
        ...(places[index] ?? { line: 1, column: 1 }),
      })),
      others,
    },
  };
}

/** The problems of a component, with their places in the file. */
function problemsWithin(
  json: JsonText,
  path: SeedPath,
  given: readonly z.core.$ZodIssue[],
): readonly SeedProblem[] {
  const issues = given.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  const places = locateIn(json, issues.map(placeOf));
  return issues.map((issue, index) => ({
    file: json.file,
    ...(places[index] ?? { line: 1, column: 1 }),
    severity: 'error',
    ...describeIssue(issue, json.data),
  }));
}

function modelOf(component: Component): Omit<BomModel, 'line' | 'column'> {
  return {
    ref: component['bom-ref'],
    ...identityOf(component),
    licenses: (component.licenses ?? []).flatMap((license) => license ?? []),
    ancestors: (component.pedigree?.ancestors ?? []).map(identityOf),
  };
}

function identityOf({
  name,
  group,
  version,
  purl,
  externalReferences,
}: Pick<Component, 'name' | 'group' | 'version' | 'purl' | 'externalReferences'>): BomIdentity {
  return { name, group, version, purl, urls: externalReferences };
}
