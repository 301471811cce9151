import { isPartialDate } from '../../ontology/partial-date.ts';
import type { DerivationMethod, Modality } from '../../ontology/vocabulary.ts';
import { type Entry, type EntryEdge, type EntryFact, mentionOf } from '../catalog/entry.ts';
import { repositoryAddress, repositoryIn } from '../catalog/identifiers.ts';
import { licenseEdges, type ResolveLicense } from '../catalog/license-edges.ts';
import type { Tally } from '../catalog/tally.ts';
import type { CardData } from './card-data.ts';
import type { HubRecord } from './hub-record.ts';

const methods: Readonly<Record<string, DerivationMethod>> = {
  finetune: 'FINETUNE',
  quantized: 'QUANTIZED',
  adapter: 'ADAPTER',
  merge: 'MERGE',
};

/**
 * The modalities that a task implies. Text tasks are not listed, since many of their models accept
 * more.
 */
const tasks: Readonly<
  Record<string, readonly [input: readonly Modality[], output: readonly Modality[]]>
> = {
  'image-text-to-text': [['TEXT', 'IMAGE'], ['TEXT']],
  'video-text-to-text': [['TEXT', 'VIDEO'], ['TEXT']],
  'audio-text-to-text': [['TEXT', 'AUDIO'], ['TEXT']],
  'image-to-text': [['IMAGE'], ['TEXT']],
  'automatic-speech-recognition': [['AUDIO'], ['TEXT']],
  'text-to-speech': [['TEXT'], ['AUDIO']],
  'text-to-audio': [['TEXT'], ['AUDIO']],
  'text-to-image': [['TEXT'], ['IMAGE']],
  'image-to-image': [['IMAGE'], ['IMAGE']],
  'text-to-video': [['TEXT'], ['VIDEO']],
  'image-to-video': [['IMAGE'], ['VIDEO']],
};

/** Files with weights. */
const weightFile = /\.(?:safetensors|bin|gguf|pt|pth|ckpt|onnx|h5|msgpack|tflite|nemo)$/i;
/** Number types with one parameter each. Quantized types pack several. */
const wholeType = /^(?:F64|F32|F16|BF16|F8_E\dM\d(?:FN)?)$/;

function fact(
  property: EntryFact['property'],
  value: EntryFact['value'],
  note: string | null = null,
) {
  const valueText = Array.isArray(value) ? value.join(', ') : String(value);
  return { property, artifact: null, value, valueText, note } satisfies EntryFact;
}

/** The entries of a card: its model, and the things it mentions. */
export function cardEntries(
  id: string,
  card: CardData,
  record: HubRecord | null,
  resolve: ResolveLicense,
  tally: Tally,
): readonly Entry[] {
  const address = repositoryAddress(id);
  if (address === null) {
    tally.add('id that is no repository of models', id);
    return [];
  }
  const license = licenseOf(card, resolve, tally, id);
  const bases = basesOf(card, address, tally, id);
  countRest(card, tally, id);
  const [owner, name = owner ?? id] = id.split('/');
  const edges: EntryEdge[] = [...license.edges, ...bases.edges];
  if (owner !== undefined && owner !== name) {
    const to = { organization: owner };
    edges.push({
      type: 'DEVELOPED_BY',
      to,
      artifact: null,
      expression: null,
      method: null,
      note: null,
    });
  }
  const entry: Entry = {
    kind: 'MODEL',
    addresses: [address],
    names: [],
    name,
    aliases: name === id ? [] : [id],
    slugFrom: id.replace('/', '--'),
    status: 'CURRENT',
    own: {},
    facts: [fact('URL', address), ...modalitiesOf(card, tally, id), ...factsOf(record, tally, id)],
    edges,
    asOf: dayOf(record?.lastModified ?? null),
    mentioned: false,
  };
  return [entry, ...license.mentions, ...bases.mentions];
}

function licenseOf(card: CardData, resolve: ResolveLicense, tally: Tally, id: string) {
  const { license, license_name: name, license_link: link } = card;
  if (license.length === 0 && name === null) {
    if (link !== null) tally.add('license_link without a license', id);
    return { edges: [], mentions: [] };
  }
  const line = (text: string) => text.replace(/\s+/g, ' ');
  const fields = [
    ...(license.length === 1 ? [`license: ${line(license[0] ?? '')}`] : []),
    ...(license.length > 1 ? [`license: [${license.map(line).join(', ')}]`] : []),
    ...(name === null ? [] : [`license_name: ${line(name)}`]),
    ...(link === null ? [] : [`license_link: ${line(link)}`]),
  ];
  const shown = [license.join(', '), name ?? '', link ?? '']
    .filter((text) => text !== '')
    .join('; ');
  return licenseEdges(`---\n${fields.join('\n')}\n---`, line(shown), resolve, tally, id);
}

function basesOf(card: CardData, own: string, tally: Tally, id: string) {
  const written = card.base_model_relation?.toLowerCase() ?? null;
  const method = written === null ? null : (methods[written] ?? null);
  if (written !== null && method === null) tally.add(`base_model_relation "${written}"`, id);
  const edges: EntryEdge[] = [];
  const mentions: Entry[] = [];
  for (const base of card.base_model) {
    const address = repositoryIn(base) ?? repositoryAddress(base);
    if (address === null || address.toLowerCase() === own.toLowerCase()) {
      const what =
        address === null
          ? 'base_model that is no repository'
          : 'base_model that is the model itself';
      tally.add(what, `${id}: ${base}`);
      continue;
    }
    const baseId = address.replace('https://huggingface.co/', '');
    const name = baseId.split('/').at(-1) ?? baseId;
    edges.push({
      ...{ type: 'DERIVED_FROM', to: { address }, artifact: null, expression: null },
      ...{ method, note: null },
    });
    mentions.push(
      mentionOf('MODEL', address, {
        name,
        slugFrom: baseId.replace('/', '--'),
        facts: [fact('URL', address)],
      }),
    );
  }
  return { edges, mentions };
}

function modalitiesOf({ pipeline_tag: task }: CardData, tally: Tally, id: string): EntryFact[] {
  if (task === null) return [];
  const known = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  if (known === undefined) {
    tally.add(
      'pipeline_tag, of a task that does not say all that the model takes in',
      `${id}: ${task}`,
    );
    return [];
  }
  const [input, output] = known;
  const note = `The task of the card is ${task}.`;
  return [fact('INPUT_MODALITIES', input, note), fact('OUTPUT_MODALITIES', output, note)];
}

function factsOf(record: HubRecord | null, tally: Tally, id: string): EntryFact[] {
  if (record === null) return [];
  const facts: EntryFact[] = [];
  const { gated, siblings, safetensors } = record;
  const hasWeights = siblings?.some(({ rfilename }) => weightFile.test(rfilename)) === true;
  const isGated = gated !== null && gated !== undefined && gated !== false;
  if (record.private !== true && (isGated || (gated === false && hasWeights))) {
    const value = isGated ? 'GATED' : 'OPEN';
    facts.push({ ...fact('AVAILABILITY', value), artifact: 'WEIGHTS' });
  }
  const types = Object.keys(safetensors?.parameters ?? {});
  const total = safetensors?.total;
  if (total !== undefined && Number.isSafeInteger(total) && total > 0) {
    if (types.length > 0 && types.every((type) => wholeType.test(type))) {
      facts.push(fact('TOTAL_PARAMETERS', total));
    } else tally.add('safetensors count of packed numbers', id);
  }
  return facts;
}

function dayOf(time: string | null): string | null {
  const day = time?.slice(0, 10) ?? '';
  return isPartialDate(day) ? day : null;
}

const read = new Set([
  ...[
    'license',
    'license_name',
    'license_link',
    'base_model',
    'base_model_relation',
    'pipeline_tag',
  ],
  ...['tags', 'library_name', 'language', 'datasets'],
]);

/** Counts the keys that are not used. */
function countRest(card: CardData, tally: Tally, id: string): void {
  if (card.tags.length > 0) tally.add('tags', id);
  if (card.library_name !== null) tally.add('library_name', id);
  if (card.language.length > 0) tally.add('language', id);
  if (card.datasets.length > 0) tally.add('datasets', id);
  for (const [key, value] of Object.entries(card)) {
    if (!read.has(key) && value !== null && value !== undefined) tally.add(key, id);
  }
}
