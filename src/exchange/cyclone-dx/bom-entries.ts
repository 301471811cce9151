import { type Entry, type EntryEdge, mentionOf } from '../catalog/entry.ts';
import { licenseEdges, type ResolveLicense } from '../catalog/license-edges.ts';
import type { Tally } from '../catalog/tally.ts';
import { repositoryOf } from './bom-names.ts';
import type { BomModel } from './read-bom.ts';

/** The entries of a bill of materials: its models, and the things it mentions. */
export function bomEntries(
  models: readonly BomModel[],
  resolve: ResolveLicense,
  tally: Tally,
): readonly Entry[] {
  return models.flatMap((model) => entriesOf(model, resolve, tally));
}

function entriesOf(model: BomModel, resolve: ResolveLicense, tally: Tally): readonly Entry[] {
  const address = repositoryOf(model);
  if (address === null) {
    tally.add('model without an identifier outside of the bill, such as a package URL', model.name);
    return [];
  }
  const id = idOf(address);
  const license = licenseOf(model, resolve, tally, id);
  const edges: EntryEdge[] = [...license.edges];
  const mentions: Entry[] = [...license.mentions];
  for (const ancestor of model.ancestors) {
    const base = repositoryOf(ancestor);
    if (base === null || base.toLowerCase() === address.toLowerCase()) {
      tally.add('ancestor without an identifier of its own', `${id}: ${ancestor.name}`);
      continue;
    }
    const to = { address: base };
    edges.push({
      type: 'DERIVED_FROM',
      to,
      artifact: null,
      expression: null,
      method: null,
      note: null,
    });
    mentions.push(mentionOf('MODEL', base, { ...namesOf(base), facts: [urlFact(base)] }));
  }
  const entry: Entry = {
    kind: 'MODEL',
    addresses: [address],
    names: [],
    ...namesOf(address),
    aliases: [id],
    status: 'CURRENT',
    own: {},
    facts: [urlFact(address)],
    edges,
    asOf: null,
    mentioned: false,
  };
  return [entry, ...mentions];
}

function licenseOf({ licenses }: BomModel, resolve: ResolveLicense, tally: Tally, id: string) {
  const [only, ...others] = licenses;
  if (only === undefined) return { edges: [], mentions: [] };
  if (others.length === 0) return licenseEdges(only, only, resolve, tally, id);
  // Only an expression says whether all licenses bind or one may be chosen.
  tally.add('several licenses without an expression', `${id}: ${licenses.join(', ')}`);
  return { edges: [], mentions: [] };
}

function idOf(address: string): string {
  return address.replace('https://huggingface.co/', '');
}

function namesOf(address: string): Pick<Entry, 'name' | 'slugFrom'> {
  const id = idOf(address);
  return { name: id.split('/').at(-1) ?? id, slugFrom: id.replace('/', '--') };
}

function urlFact(address: string): Entry['facts'][number] {
  return { property: 'URL', artifact: null, value: address, valueText: address, note: null };
}
