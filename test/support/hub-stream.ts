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

// Objects are written out here: those made by spreading others are many times as slow to use.

function head(
  kind: EntityKind,
  slug: string,
  name: string,
  own: EntityHead['own'],
  exactMatch: readonly string[] = [],
): EntityHead {
  return {
    kind,
    id: entityId(kind, slug),
    slug,
    name,
    own,
    formerSlugs: [],
    aliases: [],
    labels: [],
    summary: null,
    status: 'CURRENT',
    replacedById: null,
    exactMatch: [...exactMatch],
    closeMatch: [],
  };
}

/** What the hub says about one entity on one day. */
class Stated {
  readonly #subjectId: string;
  readonly #asOf: string | null;

  constructor(subjectId: string, asOf: string | null) {
    this.#subjectId = subjectId;
    this.#asOf = asOf;
  }

  fact(
    property: FactStatement['property'],
    value: FactStatement['value'],
    artifact: FactStatement['artifact'] = null,
  ): FactStatement {
    return {
      subjectId: this.#subjectId,
      property,
      value,
      valueText: String(value),
      artifact,
      sourceId: source,
      asOf: this.#asOf,
      rank: 'NORMAL',
      evidence: 'COPY',
      note: null,
    };
  }

  edge(
    type: RelationType,
    objectId: string,
    artifact: EdgeStatement['artifact'] = null,
    method: EdgeStatement['method'] = null,
  ): EdgeStatement {
    return {
      subjectId: this.#subjectId,
      type,
      objectId,
      artifact,
      expression: null,
      since: null,
      until: null,
      method,
      sourceId: source,
      asOf: this.#asOf,
      rank: 'NORMAL',
      evidence: 'COPY',
      note: null,
    };
  }
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
  const ofClass = entityId('TERM', hubNames.class(n % classCount));
  return { ...entity, edges: [new Stated(entity.head.id, null).edge('CLASSIFIED_AS', ofClass)] };
}

function model(n: number, count: number): EntityStatements {
  const name = modelName(n, count);
  const slug = hubNames.model(n, count);
  const random = randomOf(n + count);
  const organization = name.slice(0, name.indexOf('/'));
  const day = `20${20 + random.below(6)}-${String(1 + random.below(12)).padStart(2, '0')}-15`;
  const stated = new Stated(entityId('MODEL', slug), day);
  const license = random.next() < 0.5 ? 0 : skewed(random, licenseCount);
  const base = random.next() < 0.1 ? 0 : skewed(random, n);
  const tasks = new Set([skewed(random, taskCount), random.below(taskCount)]);
  const facts = [
    stated.fact('FAMILY_NAME', name.slice(name.indexOf('/') + 1).split('-')[0] ?? ''),
    stated.fact('RELEASED_ON', day),
  ];
  if (random.next() < 0.7) facts.push(stated.fact('TOTAL_PARAMETERS', random.pick(gigas) * 1e9));
  facts.push(stated.fact('AVAILABILITY', 'OPEN', 'WEIGHTS'));
  const edges = [
    stated.edge('LICENSED_UNDER', entityId('LICENSE', hubNames.license(license)), 'WEIGHTS'),
    stated.edge('DEVELOPED_BY', entityId('ORGANIZATION', organization)),
  ];
  if (n > 0) {
    const from = entityId('MODEL', hubNames.model(base, count));
    edges.push(stated.edge('DERIVED_FROM', from, null, random.pick(methods)));
  }
  for (const task of tasks) {
    edges.push(stated.edge('EXEMPLIFIES', entityId('TERM', hubNames.task(task))));
  }
  const exactMatch = [`https://hub.example/${name}-${n.toString(36)}`];
  return { head: head('MODEL', slug, name, {}, exactMatch), facts, edges };
}
