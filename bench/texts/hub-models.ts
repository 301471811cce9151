import { entityId } from '../../src/ontology/ids.ts';
import type { EntityInput, GraphChange } from '../../src/store/graph-store.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import { Random } from '../../test/support/random.ts';

const bases = `llama mistral qwen gemma phi falcon deepseek yi olmo granite command mixtral solar
  internlm baichuan chatglm starcoder codellama zephyr orca vicuna hermes dolphin nemotron stablelm
  gpt-neox pythia bloom opt mpt rwkv mamba jamba smollm`.split(/\s+/);
const uses = `instruct chat base coder math vision reasoning roleplay medical legal finance story
  translate summary tool agent embed reward guard uncensored`.split(/\s+/);
const sizes = ['0.5b', '1b', '1.5b', '3b', '4b', '7b', '8b', '13b', '14b', '32b', '70b', '72b'];
const forms = ['', '-gguf', '-awq', '-gptq', '-4bit', '-8bit', '-lora', '-mlx', '-fp8', '-merged'];
const syllables = `an ar bel cor dan el far gen hal in jor kal lum mar nor ol par qui ran sol tor ul
  van wen xan yor zel`.split(/\s+/);

/** The average number of models of an organization. */
const modelsEach = 12;

export interface HubModel {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly degree: number;
}

/** Names as on a model hub: `organization/base-version-size-use-form`, each once. */
export function* hubModels(count: number, seed = 20_261_129): Generator<HubModel> {
  const random = new Random(seed);
  const publishers = Array.from({ length: Math.ceil(count / modelsEach) }, (_, at) => {
    const parts = Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables));
    return `${parts.join('')}${at % 3 === 0 ? at : ''}`;
  });
  const known = new Set<string>();
  while (known.size < count) {
    const base = random.pick(bases);
    const version = `v${1 + random.below(3)}.${random.below(10)}`;
    const size = random.pick(sizes);
    const use = random.pick(uses);
    const name = `${random.pick(publishers)}/${base}-${version}-${size}-${use}${random.pick(forms)}`;
    if (known.has(name)) continue;
    known.add(name);
    const first = known.size <= bases.length;
    yield {
      slug: name.replaceAll(/[/.]/g, '-'),
      name,
      summary: `A ${size} ${use} model made from ${base}, for those who need ${use} on a machine of their own.`,
      degree: first ? 1000 + random.below(100_000) : 2 + random.below(6),
    };
  }
}

const batchSize = 2000;
const noRemovals = {
  ...{ entities: [], relations: [], claims: [], sources: [], disagreements: [] },
} as const;
const at = '2026-07-29T00:00:00.000Z';

/** A change that writes the models. */
export function writing(models: readonly HubModel[]): GraphChange {
  const upserts = models.map((model) => ({
    record: recordOf(model),
    digest: `${model.name} ${model.degree}`,
    locators: [{ kind: 'MODEL', key: model.slug } as const],
  }));
  return { ...noRemovals, entities: upserts, remove: noRemovals, touch: [], at };
}

/** The models in changes of some thousand models. */
export function* changesOf(models: Iterable<HubModel>): Generator<GraphChange> {
  let batch: HubModel[] = [];
  for (const model of models) {
    batch.push(model);
    if (batch.length < batchSize) continue;
    yield writing(batch);
    batch = [];
  }
  if (batch.length > 0) yield writing(batch);
}

function recordOf({ slug, name, summary, degree }: HubModel): EntityInput {
  return {
    id: entityId('MODEL', slug),
    kind: 'MODEL',
    slug,
    formerSlugs: [],
    name,
    sort: sortKey(name),
    folded: [sortKey(name), slug].join('\n'),
    aliases: [name.slice(name.indexOf('/') + 1)],
    labels: [],
    summary,
    status: 'CURRENT',
    replacedById: null,
    exactMatch: [],
    closeMatch: [],
    degree,
    url: null,
    familyName: null,
    releasedOn: null,
    architecture: null,
    totalParameters: null,
    activeParameters: null,
    contextTokens: null,
    inputModalities: null,
    outputModalities: null,
    osaidValidation: null,
    availability: [],
    availabilityKeys: [],
    sortReleasedOn: '',
    sortTotalParameters: -1,
    sortContextTokens: -1,
    factsAsOf: null,
  };
}
