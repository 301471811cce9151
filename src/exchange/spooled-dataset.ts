import { compareText } from '../base/compare-text.ts';
import type { RelationRecord } from '../ontology/records.ts';
import { disagreementsAmong } from '../reasoning/claims/find-disagreements.ts';
import type { Spool } from '../store/embedded/spool.ts';
import type { EntityInput, Owned, Thing } from '../store/graph-store.ts';
import type { ReadResult, Selection } from '../store/reads.ts';
import { Beside, type SharedEntity, seedsDataset } from './beside.ts';
import type { DatasetEntity } from './dataset.ts';
import {
  type DatasetReading,
  type DatasetSource,
  type Hanging,
  portionSize,
  portions,
} from './dataset-reading.ts';
import { canonicalJson } from './digest.ts';
import { disagreementRecordsIn } from './disagreement-records.ts';
import { knownRecord, locatorKeys } from './entity-records.ts';
import { type Claim, claimRecords } from './fold-claims.ts';
import { type FoldedEntity, foldEntity } from './fold-entity.ts';
import { mergedSource, mergedStatements, type Part, type SourcePart } from './parts.ts';
import { entityPartsIn } from './parts-in-store.ts';
import { plainStatements } from './plain-statements.ts';
import { type Spooled, spoolStatements, symmetricRelations } from './spool-statements.ts';
import { judgedAround, spoolJudged } from './spooled-judgment.ts';
import type { StatementStream } from './statement-stream.ts';

export { UnfitStatements } from './spool-statements.ts';

const nothing: Selection = { properties: [], edges: [], counts: [] };

export interface ReadingOptions {
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
    for await (const portion of this.#own()) yield this.#records(portion);
  }

  async *around(): AsyncGenerator<readonly DatasetEntity[]> {
    for (const portion of this.#beside.noted('around')) yield this.#records(portion);
  }

  async *withdrawn(): AsyncGenerator<readonly DatasetEntity[]> {
    for (const portion of this.#beside.noted('withdrawn')) yield this.#records(portion);
  }

  async *withdrawnSources(): AsyncGenerator<readonly DatasetSource[]> {
    for (const portion of this.#beside.withdrawnSources()) {
      yield portion.map((parts) => this.#source(parts));
    }
  }

  async *hanging(): AsyncGenerator<Hanging> {
    for await (const portion of this.#own()) yield await this.#hangingOn(portion);
    for (const portion of this.#beside.noted('withdrawn')) yield await this.#hangingOn(portion);
    for (const portion of this.#beside.noted('around')) {
      yield { ...(await this.#hangingOn(portion)), around: true };
    }
  }

  gone(thing: 'entities' | 'sources') {
    return this.#beside.gone(thing);
  }

  covered(ids: readonly string[]): ReadonlySet<string> {
    return this.#beside.covered(ids);
  }

  /** The entities of the data set, with the statements of other data sets. */
  async *#own(): AsyncGenerator<readonly SharedEntity[]> {
    for await (const portion of portions(this.#stream.entities(), portionSize)) {
      yield this.#beside.shared(portion);
    }
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
   * without other data sets.
   */
  #plainParts({ own, parts }: SharedEntity): readonly Part<unknown>[] {
    if (own === null || parts.length === 0) return parts;
    const names = this.#spool.entities(own.edges.map(({ objectId }) => objectId));
    const said = plainStatements(own, (id) => names.get(id)?.name ?? id);
    return parts.map((part) => (part.said === own ? { ...part, said } : part));
  }

  async #records(portion: readonly SharedEntity[]): Promise<readonly DatasetEntity[]> {
    const ids = portion.map(({ all }) => all.head.id);
    const [degrees, outside] = [this.#spool.degrees(ids), this.#spool.outside(ids)];
    const records = portion.map(({ all }) => {
      const { head, claims } = foldEntity(all, (id) => id);
      const degree = (degrees.get(head.id) ?? 0) + (outside.get(head.id) ?? 0);
      return knownRecord(head, claims, degree);
    });
    const isHeld = await this.#keysHeld(records);
    return records.map((record, at) => {
      const { kind } = record;
      const locators = locatorKeys(record)
        .filter((key) => isHeld(record, key))
        .map((key) => ({ kind, key }));
      return { record, locators, ...this.#owned(this.#plainParts(portion[at] as SharedEntity)) };
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

  async #hangingOn(portion: readonly SharedEntity[]): Promise<Hanging> {
    const targets = new Set(
      portion.flatMap(({ all }) => all.edges.map(({ objectId }) => objectId)),
    );
    const names = this.#spool.entities([...targets]);
    const nameOf = (id: string) => names.get(id)?.name ?? id;
    const folds = portion.map(({ all }) => foldEntity(all, nameOf));
    const entityIds = folds.map(({ head }) => head.id);
    const relations: RelationRecord[] = folds.flatMap((fold) => fold.relations);
    const claims = folds.flatMap((fold) => claimRecords(fold.own, fold.relations, fold.contested));
    const shared = symmetricRelations(entityIds, this.#spool, this.#beside);
    relations.push(...shared.relations);
    claims.push(...claimRecords(this.#named(shared.claims, nameOf), shared.relations, new Set()));
    return {
      entityIds,
      relations,
      claims,
      disagreements: await this.#disagreements(folds, relations),
    };
  }

  async #disagreements(folds: readonly FoldedEntity[], relations: readonly RelationRecord[]) {
    const disagreeing = folds.flatMap((fold) => disagreementsAmong(fold.claims));
    if (disagreeing.length === 0) return [];
    const { store } = this.#beside;
    if (store !== null) {
      await spoolJudged(disagreeing, this.#spool, async (ids) => {
        const owners = await store.held.owners('entities', ids);
        const parts = await entityPartsIn(store, owners);
        return [...parts.values()].map((each) => mergedStatements(each));
      });
    }
    return disagreementRecordsIn(disagreeing, judgedAround(disagreeing, relations, this.#spool));
  }

  /** Claims were stored before all names were known. */
  #named(claims: readonly Claim[], nameOf: (id: string) => string): readonly Claim[] {
    const objects = claims.map(({ objectId }) => objectId ?? '');
    const names = this.#spool.entities(objects);
    return claims.map((claim) => {
      const objectId = claim.objectId ?? '';
      const name = names.get(objectId)?.name ?? nameOf(objectId);
      return { ...claim, valueText: claim.expression ?? claim.edge?.objectName ?? name };
    });
  }
}
