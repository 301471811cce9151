import type { EdgeStatement, EntityHead, FactStatement } from '../../src/exchange/statement.ts';
import type { EntityStatements, StatementStream } from '../../src/exchange/statement-stream.ts';
import { entityId, sourceId } from '../../src/ontology/ids.ts';
import type { RelationType } from '../../src/ontology/relations.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import { hubLicense } from './hub-licenses.ts';
import { Random } from './random.ts';

const seed = 20_261_129;
const licenseCount = 40;
const taskCount = 60;
const classCount = 3;
/** One organization for so many models. */
const modelsPerOrganization = 20;

const source = sourceId('hub');
const families = ['llama', 'qwen', 'mistral', 'gemma', 'phi', 'falcon', 'bert', 'whisper', 'yi'];
const uses = ['instruct', 'chat', 'base', 'coder', 'vision', 'math', 'embed'];
const formats = ['gguf', 'awq', 'gptq', 'fp8', 'mlx', 'lora', 'merged', ''];
const methods = ['FINETUNE', 'QUANTIZED', 'ADAPTER', 'MERGE'] as const;
const gigas = [1, 3, 7, 8, 14, 32, 70, 235];

/** How the hub is named after its numbers, so that nothing need be remembered of it. */
export const hubNames = {
  license: (n: number) => `hub-license-${n}`,
  organization: (n: number) => `org${n}`,
  task: (n: number) => `hub-task-${n}`,
  class: (n: number) => `hub-class-${n}`,
  /** "org12-llama-7b-instruct-v2-gguf-1x9z": what follows the organization's slash, and a number. */
  model: (n: number, count: number) => slugOf(modelName(n, count), n),
};

/**
 * A graph like a model hub's of so many models, entity by entity: half of them under one license, a
 * tenth made from one base model, organizations with one model and with thousands. The same size
 * gives the same graph, as often as it is read.
 */
export function hubStream(count: number): StatementStream {
  return {
    sources: () => [
      {
        id: source,
        title: 'A generated hub',
        url: null,
        publisher: null,
        publishedOn: null,
        retrievedOn: null,
      },
    ],
    *entities() {
      for (let n = 0; n < licenseCount; n += 1) yield license(n);
      for (let n = 0; n < classCount; n += 1) yield plain('TERM', hubNames.class(n), `Class ${n}`);
      for (let n = 0; n < taskCount; n += 1) yield plain('TERM', hubNames.task(n), `Task ${n}`);
      for (let n = 0; n < organizationsOf(count); n += 1) {
        yield plain('ORGANIZATION', hubNames.organization(n), `Org${n}`);
      }
      for (let n = 0; n < count; n += 1) yield model(n, count);
    },
  };
}

function organizationsOf(count: number): number {
  return Math.max(1, Math.round(count / modelsPerOrganization));
}

/** Numbers of their own for every model, whatever was asked before. */
function randomOf(n: number): Random {
  return new Random(seed + n * 7919);
}

/** Small numbers far more often than great ones: hubs are among the first. */
function skewed(random: Random, below: number): number {
  return Math.floor(below * random.next() ** 4);
}

function modelName(n: number, count: number): string {
  const random = randomOf(n);
  const organization = skewed(random, organizationsOf(count));
  const [family, use] = [random.pick(families), random.pick(uses)];
  const parts = [
    family,
    `${random.pick(gigas)}b`,
    use,
    `v${1 + random.below(4)}`,
    random.pick(formats),
  ];
  return `org${organization}/${parts.filter((part) => part !== '').join('-')}`;
}

function slugOf(name: string, n: number): string {
  return `${name.replace('/', '-')}-${n.toString(36)}`;
}

function head(kind: EntityKind, slug: string, name: string, own: EntityHead['own']): EntityHead {
  return {
    ...{
      kind,
      id: entityId(kind, slug),
      slug,
      name,
      own,
      formerSlugs: [],
      aliases: [],
      labels: [],
    },
    ...{ summary: null, status: 'CURRENT', replacedById: null, exactMatch: [], closeMatch: [] },
  };
}

const concept: EntityHead['own'] = { termKind: 'CONCEPT', faqs: [] };

function plain(
  kind: EntityKind,
  slug: string,
  name: string,
  own: EntityHead['own'] = kind === 'TERM' ? concept : {},
): EntityStatements {
  return { head: head(kind, slug, name, own), facts: [], edges: [] };
}

function license(n: number): EntityStatements {
  const entity = plain('LICENSE', hubNames.license(n), `License ${n}`, hubLicense(n));
  const classified: EdgeStatement = {
    ...{ subjectId: entity.head.id, type: 'CLASSIFIED_AS', evidence: 'COPY', sourceId: source },
    objectId: entityId('TERM', hubNames.class(n % classCount)),
    ...{ asOf: null, rank: 'NORMAL', note: null, artifact: null, expression: null },
    ...{ since: null, until: null, method: null },
  };
  return { ...entity, edges: [classified] };
}

function model(n: number, count: number): EntityStatements {
  const name = modelName(n, count);
  const slug = hubNames.model(n, count);
  const id = entityId('MODEL', slug);
  const random = randomOf(n + count);
  const organization = name.slice(0, name.indexOf('/'));
  const day = `20${20 + random.below(6)}-${String(1 + random.below(12)).padStart(2, '0')}-15`;
  const stated = {
    subjectId: id,
    sourceId: source,
    asOf: day,
    rank: 'NORMAL',
    note: null,
  } as const;
  const fact = (
    property: FactStatement['property'],
    value: FactStatement['value'],
  ): FactStatement => ({
    ...{ ...stated, property, value, evidence: 'COPY', artifact: null, valueText: String(value) },
  });
  const edge = (
    type: RelationType,
    kind: EntityKind,
    to: string,
    more: Partial<EdgeStatement> = {},
  ) => ({
    ...{ ...stated, type, objectId: entityId(kind, to), evidence: 'COPY' as const, artifact: null },
    ...{ expression: null, since: null, until: null, method: null, ...more },
  });
  const license = random.next() < 0.5 ? 0 : skewed(random, licenseCount);
  const base = random.next() < 0.1 ? 0 : skewed(random, n);
  const tasks = new Set([skewed(random, taskCount), random.below(taskCount)]);
  return {
    head: {
      ...head('MODEL', slug, name, {}),
      exactMatch: [`https://hub.example/${name}-${n.toString(36)}`],
    },
    facts: [
      fact('FAMILY_NAME', name.slice(name.indexOf('/') + 1).split('-')[0] ?? ''),
      fact('RELEASED_ON', day),
      ...(random.next() < 0.7 ? [fact('TOTAL_PARAMETERS', random.pick(gigas) * 1e9)] : []),
      { ...fact('AVAILABILITY', 'OPEN'), artifact: 'WEIGHTS' },
    ],
    edges: [
      edge('LICENSED_UNDER', 'LICENSE', hubNames.license(license), { artifact: 'WEIGHTS' }),
      edge('DEVELOPED_BY', 'ORGANIZATION', organization),
      ...(n === 0
        ? []
        : [
            edge('DERIVED_FROM', 'MODEL', hubNames.model(base, count), {
              method: random.pick(methods),
            }),
          ]),
      ...[...tasks].map((task) => edge('EXEMPLIFIES', 'TERM', hubNames.task(task))),
    ],
  };
}
