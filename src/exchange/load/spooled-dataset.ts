import { compareText } from '../../base/compare-text.ts';
import type { RelationRecord } from '../../ontology/records.ts';
import type { Disagreement } from '../../reasoning/claims/find-disagreements.ts';
import type { Spool } from '../../store/embedded/spool/spool.ts';
import type { EntityInput, Owned, Thing } from '../../store/graph-store.ts';
import type { ReadResult, Selection } from '../../store/reads.ts';
import type { StatementStream } from '../statement-stream.ts';
import { Beside, seedsDataset } from './beside.ts';
import type { DatasetEntity } from './dataset-reading.ts';
import {
  type DatasetReading,
  type DatasetSource,
  type Hanging,
  portionSize,
  portions,
} from './dataset-reading.ts';
import { canonicalJson } from './digest.ts';
import { disagreementRecords } from './disagreement-records.ts';
import { locatorKeys } from './entity-records.ts';
import { type Claim, claimRecords } from './fold-claims.ts';
import {
  type FoldedRecord,
  namedClaim,
  type PackedHanging,
  unpackedHanging,
} from './folded-portion.ts';
import {
  type EntityPart,
  mergedSource,
  mergedStatements,
  type Part,
  type SourcePart,
} from './parts.ts';
import { entityPartsIn } from './parts-in-store.ts';
import { plainStatements } from './plain-statements.ts';
import {
  type FoldedRole,
  foldedHanging,
  foldedRecords,
  type Spooled,
  spoolStatements,
  symmetricRelations,
} from './spool-statements.ts';
import { judgedAround, spoolJudged } from './spooled-judgment.ts';

export { UnfitStatements } from './spool-statements.ts';

const nothing: Selection = { properties: [], edges: [], counts: [] };

interface ReadingOptions {
  /** The other data sets in the store; none by default. */
  readonly beside?: Beside | undefined;
  /** Called with the number of entities read so far. */
  readonly onRead?: ((entities: number) => void) | undefined;
}

/**
 * Makes records from a stream of statements, in portions, merged with the statements of other data
 * sets in a store. Throws UnfitStatements before anything is loaded.
 */
export async function readStatements(
  stream: StatementStream,
  spool: Spool,
  { beside = new Beside(null, spool, '', []), onRead = () => {} }: ReadingOptions = {},
): Promise<SpooledDataset> {
  const spooled = await spoolStatements(stream, spool, beside, onRead);
  return new SpooledDataset(stream, spool, beside, spooled);
}

export class SpooledDataset implements DatasetReading {
  readonly sizes: Readonly<Record<Thing, number>>;
  /** The counts of the data set's own statements. */
  readonly stated: Spooled['stated'];
  readonly #stream: StatementStream;
  readonly #spool: Spool;
  readonly #beside: Beside;

  constructor(stream: StatementStream, spool: Spool, beside: Beside, spooled: Spooled) {
    this.#stream = stream;
    this.#spool = spool;
    this.#beside = beside;
    this.sizes = spooled.sizes;
    this.stated = spooled.stated;
  }

  async *sources(): AsyncGenerator<readonly DatasetSource[]> {
    for await (const portion of portions(this.#stream.sources(), portionSize)) {
      yield this.#beside.sourceParts(portion).map((parts) => this.#source(parts));
    }
  }

  async *entities(): AsyncGenerator<readonly DatasetEntity[]> {
    for (const portion of this.#folded('own')) yield this.#records(portion, true);
  }

  async *around(): AsyncGenerator<readonly DatasetEntity[]> {
    for (const portion of this.#folded('around')) yield this.#records(portion, false);
  }

  async *withdrawn(): AsyncGenerator<readonly DatasetEntity[]> {
    for (const portion of this.#folded('withdrawn')) yield this.#records(portion, false);
  }

  async *withdrawnSources(): AsyncGenerator<readonly DatasetSource[]> {
    for (const portion of this.#beside.withdrawnSources()) {
      yield portion.map((parts) => this.#source(parts));
    }
  }

  async *hanging(): AsyncGenerator<Hanging> {
    for (const role of ['own', 'withdrawn', 'around'] as const) {
      for (const portion of foldedHanging(this.#spool, role)) {
        const hanging = await this.#hangingOn(portion);
        yield role === 'around' ? { ...hanging, around: true } : hanging;
      }
    }
  }

  gone(thing: 'entities' | 'sources') {
    return this.#beside.gone(thing);
  }

  covered(ids: readonly string[]): ReadonlySet<string> {
    return this.#beside.covered(ids);
  }

  #folded(role: FoldedRole): Iterable<readonly FoldedRecord[]> {
    return foldedRecords(this.#spool, role);
  }

  #source(parts: readonly SourcePart[]): DatasetSource {
    return { record: mergedSource(parts), ...this.#owned(parts) };
  }

  #owned(parts: readonly Part<unknown>[]): Owned {
    const { dataset } = this.#beside;
    if (parts.length === 0) return dataset === '' ? {} : { owners: [dataset] };
    const owners = parts.map((part) => part.dataset).sort(compareText);
    if (owners.length === 1) return owners[0] === '' ? {} : { owners };
    return {
      owners,
      contributions: parts.map(({ dataset, said }) => {
        return { dataset, statements: canonicalJson(said) };
      }),
    };
  }

  /**
   * The statements in the form that records give back, so that the result is the same with and
   * without other data sets. `isOwn`: those of the data set come from its stream.
   */
  #plainParts(parts: readonly EntityPart[], isOwn: boolean): readonly EntityPart[] {
    if (!isOwn) return parts;
    return parts.map((part) => {
      if (part.dataset !== this.#beside.dataset) return part;
      const names = this.#spool.entities(part.said.edges.map(({ objectId }) => objectId));
      return {
        ...part,
        said: plainStatements(part.said, (id) => names.get(id)?.name ?? id),
      };
    });
  }

  async #records(
    portion: readonly FoldedRecord[],
    isOwn: boolean,
  ): Promise<readonly DatasetEntity[]> {
    const ids = portion.map(([{ id }]) => id);
    const [degrees, outside] = [this.#spool.degrees(ids), this.#spool.outside(ids)];
    const records = portion.map(([record]): EntityInput => {
      const { id } = record;
      return { ...record, degree: (degrees.get(id) ?? 0) + (outside.get(id) ?? 0) };
    });
    const isHeld = await this.#keysHeld(records);
    return records.map((record, at) => {
      const { kind } = record;
      const locators = locatorKeys(record)
        .filter((key) => isHeld(record, key))
        .map((key) => ({ kind, key }));
      const parts = portion[at]?.[1] ?? [];
      return { record, locators, ...this.#owned(this.#plainParts(parts, isOwn)) };
    });
  }

  /**
   * Whether a key leads to the entity. A key of an entity outside of the load stays with that
   * entity.
   */
  async #keysHeld(
    records: readonly EntityInput[],
  ): Promise<(record: EntityInput, key: string) => boolean> {
    const keyOf = (kind: string, key: string) => `${kind}/${key}`;
    const all = records.flatMap((record) =>
      locatorKeys(record).map((key) => ({ kind: record.kind, key })),
    );
    const holders = this.#spool.holders(all.map(({ kind, key }) => keyOf(kind, key)));
    const { store, dataset } = this.#beside;
    const elsewhere = new Set<string>();
    if (store !== null && dataset !== seedsDataset && all.length > 0) {
      const [rows] = await store.read([{ kind: 'locate', locators: all, select: nothing }]);
      const ids = (rows as ReadResult<'locate'>).map((row) => row?.entity.id ?? null);
      const covered = this.covered(ids.filter((id) => id !== null));
      for (const [at, id] of ids.entries()) {
        if (id === null || covered.has(id)) continue;
        const { kind = '', key = '' } = all[at] ?? {};
        elsewhere.add(keyOf(kind, key));
      }
    }
    return ({ id, kind }, key) =>
      holders.get(keyOf(kind, key)) === id && !elsewhere.has(keyOf(kind, key));
  }

  async #hangingOn(portion: readonly PackedHanging[]): Promise<Hanging> {
    const folds = unpackedHanging(portion, (ids) => this.#namesOf(ids));
    const entityIds = folds.map(({ entityId }) => entityId);
    const relations: RelationRecord[] = folds.flatMap((fold) => fold.relations);
    const claims = folds.flatMap((fold) => fold.claims);
    const shared = symmetricRelations(entityIds, this.#spool, this.#beside);
    relations.push(...shared.relations);
    const nameOf = this.#namesOf(shared.claims.flatMap(({ objectId }) => objectId ?? []));
    const named = shared.claims.map((claim) => namedClaim(claim, nameOf));
    claims.push(...claimRecords(named, shared.relations, new Set()));
    const disagreeing = folds.flatMap((fold) => fold.disagreeing);
    const disagreements = await this.#disagreements(disagreeing, relations);
    return { entityIds, relations, claims, disagreements };
  }

  async #disagreements(
    disagreeing: readonly Disagreement<Claim>[],
    relations: readonly RelationRecord[],
  ) {
    if (disagreeing.length === 0) return [];
    const { store } = this.#beside;
    if (store !== null) {
      await spoolJudged(disagreeing, this.#spool, async (ids) => {
        const owners = await store.held.owners('entities', ids);
        const parts = await entityPartsIn(store, owners);
        return [...parts.values()].map((each) => mergedStatements(each));
      });
    }
    return disagreementRecords(disagreeing, judgedAround(disagreeing, relations, this.#spool));
  }

  #namesOf(ids: readonly string[]): (id: string) => string {
    const names = this.#spool.entities(ids);
    return (id) => names.get(id)?.name ?? id;
  }
}
