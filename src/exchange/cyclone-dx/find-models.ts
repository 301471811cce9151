import { kindOfId } from '../../ontology/ids.ts';
import { identifierKey } from '../../ontology/outside-identifiers.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { identifiersOf } from '../catalog/identifiers.ts';
import { idsByKey, namedExactly } from '../catalog/known.ts';
import { modelNames } from './bom-names.ts';
import type { BomIdentity } from './read-bom.ts';

/** The model of the graph that a bill means. */
export interface FoundModel {
  readonly id: string | null;
  /** How it was found: by a package URL, an address or its name; null if it was not found. */
  readonly by: 'purl' | 'address' | 'name' | null;
  /** The ids of the models that share the name. */
  readonly several: readonly string[];
}

/**
 * Finds the models of a bill by their names in other catalogs. A name that several models share
 * finds none.
 */
export async function findModels(
  store: GraphStore,
  models: readonly BomIdentity[],
): Promise<readonly FoundModel[]> {
  const names = models.map(modelNames);
  const keysOf = (addresses: readonly string[]) =>
    addresses.flatMap(identifiersOf).map(identifierKey);
  const at = await idsByKey(
    store,
    names.flatMap(({ addresses }) => addresses.flatMap(({ all }) => keysOf(all))),
  );
  const named = await namedExactly(
    store,
    'MODEL',
    names.flatMap(({ exact }) => exact),
  );
  return names.map(({ addresses, exact }) => {
    const steps = [
      ...addresses.map(({ by, all }) => {
        const ids = keysOf(all).flatMap((key) => at.get(key) ?? []);
        return { by, ids: ids.filter((id) => kindOfId(id) === 'MODEL') };
      }),
      ...exact.map((name) => ({ by: 'name', ids: named.get(name) ?? [] }) as const),
    ];
    for (const { by, ids } of steps) {
      const distinct = [...new Set(ids)];
      const [id] = distinct;
      if (id === undefined) continue;
      return distinct.length === 1
        ? { id, by, several: [] }
        : { id: null, by: null, several: distinct };
    }
    return { id: null, by: null, several: [] };
  });
}
