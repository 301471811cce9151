import { z } from 'zod';
import { isPartialDate } from '../../ontology/partial-date.ts';
import type { Modality } from '../../ontology/vocabulary.ts';
import type { Catalog, Entry, EntryEdge, EntryFact, TakeEntries } from '../catalog/entry.ts';
import { modelsDevAddress, repositoryIn } from '../catalog/identifiers.ts';
import { zKeptLicense, zKeptName } from '../catalog/kept-line.ts';
import { licenseEdges, type ResolveLicense } from '../catalog/license-edges.ts';
import { Tally } from '../catalog/tally.ts';
import type { Reading } from '../input-file.ts';
import { checkJson, readJsonFile } from '../json-text.ts';
import { ownModelId } from './labs.ts';

const zText = z.string('expected text');
const zCount = z.number('expected a number');
const zModel = z.looseObject(
  {
    id: zText.min(1, 'expected the id of a model'),
    name: zKeptName,
    release_date: zText.optional(),
    open_weights: z.boolean('expected true or false').optional(),
    license: zKeptLicense.optional(),
    limit: z
      .looseObject({ context: zCount.optional() }, 'expected the limits: an object')
      .optional(),
    modalities: z
      .looseObject({
        input: z.array(zText, 'expected a list of texts').optional(),
        output: z.array(zText, 'expected a list of texts').optional(),
      })
      .optional(),
    weights: z
      .array(z.looseObject({ url: zText, quantization: zText.optional() }), 'expected a list')
      .optional(),
  },
  'expected a model: an object',
);
type Listed = z.output<typeof zModel>;

const zModels = z.record(z.string(), zModel, 'expected models by their ids: an object');
const zService = z.looseObject(
  { models: zModels },
  'expected a service with its models: an object',
);
const zServices = z.record(z.string(), zService, 'expected services by their ids: an object');
const zCatalog = z.looseObject({ models: zModels, providers: zServices });

/** Models of models.dev with their ids, "openai/gpt-5", and what was left out. */
interface Listing {
  readonly models: readonly (readonly [id: string, model: Listed])[];
  readonly read: number;
}

/**
 * Reads models.dev: `api.json` (models as services offer them), `models.json` (models as such) or
 * `catalog.json` (both).
 */
export async function readModelsDev(
  path: string,
  resolve: ResolveLicense,
  take: TakeEntries,
): Promise<Reading<Omit<Catalog, 'source'>>> {
  const json = await readJsonFile(path);
  if (!json.ok) return json;
  const tally = new Tally();
  const shape = shapeOf(json.value.data);
  let listing: Listing;
  if (shape === 'services') {
    const services = checkJson(json.value, zServices);
    if (!services.ok) return services;
    listing = ownModels(services.value, tally);
  } else if (shape === 'catalog') {
    const catalog = checkJson(json.value, zCatalog);
    if (!catalog.ok) return catalog;
    listing = listed(catalog.value.models);
  } else {
    const models = checkJson(json.value, zModels);
    if (!models.ok) return models;
    listing = listed(models.value);
  }
  take(listing.models.flatMap(([id, model]) => entriesOf(id, model, resolve, tally)));
  const { read } = listing;
  return { ok: true, value: { evidence: 'SECONDARY', read, leftOut: tally.rows() } };
}

function shapeOf(data: unknown): 'services' | 'catalog' | 'models' {
  if (typeof data !== 'object' || data === null) return 'services';
  if ('models' in data && 'providers' in data) return 'catalog';
  const [first] = Object.values(data) as unknown[];
  const isModel =
    typeof first === 'object' && first !== null && !('models' in first) && 'name' in first;
  return isModel ? 'models' : 'services';
}

function listed(models: Readonly<Record<string, Listed>>): Listing {
  const all = Object.entries(models);
  return { models: all, read: all.length };
}

/** A service describes another lab's model only as it offers it: with its own limits and dates. */
function ownModels(services: z.output<typeof zServices>, tally: Tally): Listing {
  const models: [string, Listed][] = [];
  let read = 0;
  for (const [service, { models: offered }] of Object.entries(services)) {
    for (const [id, model] of Object.entries(offered)) {
      read += 1;
      const own = ownModelId(service, id);
      if (own === null)
        tally.add('model as a service offers it that did not make it', `${service}: ${id}`);
      else models.push([own, model]);
    }
  }
  return { models, read };
}

const modalities: Readonly<Record<string, Modality>> = {
  text: 'TEXT',
  image: 'IMAGE',
  video: 'VIDEO',
  audio: 'AUDIO',
  pdf: 'PDF',
};

const known = new Set([
  ...['id', 'name', 'release_date', 'open_weights', 'license', 'limit', 'modalities', 'weights'],
]);

function entriesOf(
  id: string,
  model: Listed,
  resolve: ResolveLicense,
  tally: Tally,
): readonly Entry[] {
  const repository = weightsOf(model, tally, id);
  const license =
    model.license === undefined
      ? { edges: [], mentions: [] }
      : licenseEdges(model.license, model.license, resolve, tally, id);
  for (const key of Object.keys(model)) if (!known.has(key)) tally.add(key, id);
  const [lab = ''] = id.split('/');
  const developer: EntryEdge = {
    ...{ type: 'DEVELOPED_BY', to: { organization: lab }, artifact: null, expression: null },
    ...{ method: null, note: null },
  };
  // "Claude Opus 4.5 (latest)" and "Claude Opus 4.5" are two ids of one model.
  const name = model.name.replace(/\s*\(latest\)$/i, '').replace(/\s+/g, ' ');
  const entry: Entry = {
    kind: 'MODEL',
    addresses: [...(repository === null ? [] : [repository]), modelsDevAddress(id)],
    names: [name],
    name,
    aliases: [],
    slugFrom: id.replace('/', '--'),
    status: 'CURRENT',
    own: {},
    facts: [
      ...(repository === null ? [] : [fact('URL', repository)]),
      ...factsOf(id, model, tally),
    ],
    edges: [...(id.includes('/') ? [developer] : []), ...license.edges],
    asOf: null,
    mentioned: false,
  };
  return [entry, ...license.mentions];
}

/** The repository of its weights on the Hub, if there is one that is not another form of them. */
function weightsOf({ weights = [] }: Listed, tally: Tally, id: string): string | null {
  const repositories = weights.flatMap(({ url, quantization }) => {
    const found = quantization === undefined ? repositoryIn(url) : null;
    if (found === null)
      tally.add('weights elsewhere than on the Hub, or quantized', `${id}: ${url}`);
    return found ?? [];
  });
  const distinct = [...new Set(repositories)];
  if (distinct.length > 1) tally.add('weights in several repositories', id);
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
}

function fact(property: EntryFact['property'], value: EntryFact['value']): EntryFact {
  const valueText = Array.isArray(value) ? value.join(', ') : String(value);
  return { property, artifact: null, value, valueText, note: null };
}

function factsOf(id: string, model: Listed, tally: Tally): EntryFact[] {
  const { release_date: date, limit, open_weights: open } = model;
  const facts: EntryFact[] = [];
  if (date !== undefined) {
    if (isPartialDate(date)) facts.push(fact('RELEASED_ON', date));
    else tally.add('release_date that is no date', `${id}: ${date}`);
  }
  const context = limit?.context ?? 0;
  if (Number.isSafeInteger(context) && context > 0) facts.push(fact('CONTEXT_TOKENS', context));
  for (const [side, property] of [
    ['input', 'INPUT_MODALITIES'],
    ['output', 'OUTPUT_MODALITIES'],
  ] as const) {
    const written = model.modalities?.[side] ?? [];
    const found = written.flatMap((each) =>
      Object.hasOwn(modalities, each) ? (modalities[each] ?? []) : [],
    );
    if (found.length < written.length)
      tally.add(`modality of the ${side} that is unknown here`, id);
    else if (found.length > 0) facts.push(fact(property, [...new Set(found)]));
  }
  if (open !== undefined) {
    facts.push({ ...fact('AVAILABILITY', open ? 'OPEN' : 'CLOSED'), artifact: 'WEIGHTS' });
  }
  return facts;
}
