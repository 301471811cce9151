import type { RelationRecord } from '../ontology/records.ts';
import { relationOf } from '../ontology/relations.ts';
import { contestedIds } from '../reasoning/claims/contested.ts';
import { disagreementsAmong } from '../reasoning/claims/find-disagreements.ts';
import type { Spool } from '../store/embedded/spool.ts';
import type { Thing } from '../store/graph-store.ts';
import type { DatasetEntity } from './dataset.ts';
import { type DatasetReading, type Hanging, portionSize, portions } from './dataset-reading.ts';
import { disagreementRecordsIn } from './disagreement-records.ts';
import { entityRecord, locatorKeys } from './entity-records.ts';
import {
  type Claim,
  ClaimCollection,
  claimRecords,
  endsOf,
  relationRecords,
} from './fold-claims.ts';
import { judgedAround, packedJudged } from './spooled-judgment.ts';
import type { EntityStatements, StatementStream } from './statement-stream.ts';

/** What an importer states that cannot be loaded; the message names what. */
export class UnfitStatements extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnfitStatements';
  }
}

const isSymmetric = ({ edge }: Claim) => edge !== null && relationOf(edge.type).symmetric;

/** The claims of one entity, and the relations that begin at it whatever others state. */
function foldEntity({ head, facts, edges }: EntityStatements, nameOf: (id: string) => string) {
  const collection = new ClaimCollection();
  for (const fact of facts) collection.addFact(fact);
  for (const edge of edges) collection.addEdge(edge, nameOf(edge.objectId));
  const claims = [...collection.byId.values()];
  const contested = contestedIds(claims);
  const own = claims.filter((claim) => !isSymmetric(claim));
  return { head, claims, contested, own, relations: relationRecords(own, contested) };
}

/**
 * Folds a stream of statements to records in portions. A first reading puts on the disk what is to
 * be known of all entities: names, degrees, keys, relations that either end may state, and what the
 * lineage of models is judged by. Throws UnfitStatements before anything is loaded.
 */
export async function readStatements(
  stream: StatementStream,
  spool: Spool,
  onRead: (entities: number) => void = () => {},
): Promise<DatasetReading> {
  const sizes = { entities: 0, relations: 0, claims: 0, sources: 0, disagreements: 0 };
  for await (const sources of portions(stream.sources(), portionSize)) {
    spool.addSources(sources.map(({ id }) => id));
    sizes.sources += sources.length;
  }
  for await (const portion of portions(stream.entities(), portionSize)) {
    spoolPortion(portion, spool, sizes);
    onRead(sizes.entities);
  }
  for (const owners of symmetricOwners(spool)) {
    const { relations } = symmetricRelations(owners, spool);
    sizes.relations += relations.length;
    spool.addDegrees(degreesOf(relations));
  }
  const unknown = spool.unknownEnd();
  if (unknown !== null) {
    throw new UnfitStatements(`a relation leads to ${unknown}, of which nothing else is stated`);
  }
  return new SpooledDataset(stream, spool, sizes);
}

function spoolPortion(
  portion: readonly EntityStatements[],
  spool: Spool,
  sizes: Record<Thing, number>,
): void {
  const folds = portion.map((statements) => foldEntity(statements, (id) => id));
  const records = folds.map(({ head, claims }) => entityRecord(head, claims, 0));
  const added = spool.addEntities(
    records.map((record, at) => {
      const judged = packedJudged(record, folds[at]?.relations ?? []);
      return { id: record.id, name: record.name, judged };
    }),
  );
  if (added < records.length) {
    const known = new Set<string>();
    const twice = records.find(({ id }) => known.size === known.add(id).size);
    throw new UnfitStatements(`${twice?.id ?? 'an entity'} is stated twice`);
  }
  spool.addKeys(
    records.flatMap((record) =>
      locatorKeys(record).map((key) => {
        const { id, kind, slug } = record;
        return { key: `${kind}/${key}`, id, current: key === slug };
      }),
    ),
  );
  spool.addDegrees(degreesOf(folds.flatMap(({ relations }) => relations)));
  spool.addEdges(
    folds.flatMap(({ claims }) =>
      claims.filter(isSymmetric).map((claim) => ({
        fromId: claim.edge === null ? '' : endsOf(claim.edge).fromId,
        relationId: claim.relationId ?? '',
        claim: JSON.stringify(claim),
      })),
    ),
  );
  sizes.entities += records.length;
  for (const { relations, claims } of folds) {
    sizes.relations += relations.length;
    sizes.claims += claims.length;
    sizes.disagreements += disagreementsAmong(claims).length;
  }
}

function* symmetricOwners(spool: Spool): Iterable<readonly string[]> {
  let after = '';
  for (;;) {
    const owners = spool.edgeOwners(after, portionSize);
    const last = owners.at(-1);
    if (last === undefined) return;
    yield owners;
    after = last;
  }
}

/** The relations that either end may state, at their `from`, with what is stated of them. */
function symmetricRelations(owners: readonly string[], spool: Spool) {
  const claims = new Map<string, Claim>();
  for (const [, text] of spool.edges(owners)) {
    const claim = JSON.parse(text) as Claim;
    claims.set(claim.id, claim);
  }
  const all = [...claims.values()];
  return { claims: all, relations: relationRecords(all, new Set()) };
}

function degreesOf(relations: readonly RelationRecord[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { best, fromId, toId } of relations) {
    for (const end of [fromId, toId]) degrees.set(end, (degrees.get(end) ?? 0) + Number(best));
  }
  return degrees;
}

class SpooledDataset implements DatasetReading {
  readonly sizes: Readonly<Record<Thing, number>>;
  readonly #stream: StatementStream;
  readonly #spool: Spool;

  constructor(stream: StatementStream, spool: Spool, sizes: Readonly<Record<Thing, number>>) {
    this.#stream = stream;
    this.#spool = spool;
    this.sizes = sizes;
  }

  sources() {
    return portions(this.#stream.sources(), portionSize);
  }

  async *entities(): AsyncGenerator<readonly DatasetEntity[]> {
    for await (const portion of portions(this.#stream.entities(), portionSize)) {
      const degrees = this.#spool.degrees(portion.map(({ head }) => head.id));
      const records = portion.map((statements) => {
        const { head, claims } = foldEntity(statements, (id) => id);
        return entityRecord(head, claims, degrees.get(head.id) ?? 0);
      });
      const keyOf = (kind: string, key: string) => `${kind}/${key}`;
      const holders = this.#spool.holders(
        records.flatMap((record) => locatorKeys(record).map((key) => keyOf(record.kind, key))),
      );
      yield records.map((record) => {
        const { id, kind } = record;
        const own = locatorKeys(record).filter((key) => holders.get(keyOf(kind, key)) === id);
        return { record, locators: own.map((key) => ({ kind, key })) };
      });
    }
  }

  async *hanging(): AsyncGenerator<Hanging> {
    for await (const portion of portions(this.#stream.entities(), portionSize)) {
      const targets = new Set(
        portion.flatMap(({ edges }) => edges.map(({ objectId }) => objectId)),
      );
      const names = this.#spool.entities([...targets]);
      const nameOf = (id: string) => names.get(id)?.name ?? id;
      const folds = portion.map((statements) => foldEntity(statements, nameOf));
      const entityIds = folds.map(({ head }) => head.id);
      yield this.#hangingOn(entityIds, folds, nameOf);
    }
  }

  own(thing: 'entities' | 'sources', ids: readonly string[]): ReadonlySet<string> {
    return thing === 'sources'
      ? this.#spool.sources(ids)
      : new Set(this.#spool.entities(ids).keys());
  }

  #hangingOn(
    entityIds: readonly string[],
    folds: readonly ReturnType<typeof foldEntity>[],
    nameOf: (id: string) => string,
  ): Hanging {
    const relations: RelationRecord[] = folds.flatMap((fold) => fold.relations);
    const claims = folds.flatMap((fold) => claimRecords(fold.own, fold.relations, fold.contested));
    const shared = symmetricRelations(entityIds, this.#spool);
    const named = this.#named(shared.claims, nameOf);
    relations.push(...shared.relations);
    claims.push(...claimRecords(named, shared.relations, new Set()));
    const disagreeing = folds.flatMap((fold) => disagreementsAmong(fold.claims));
    const disagreements =
      disagreeing.length === 0
        ? []
        : disagreementRecordsIn(disagreeing, judgedAround(disagreeing, relations, this.#spool));
    return { entityIds, relations, claims, disagreements };
  }

  /** Claims were spooled before all names were known. */
  #named(claims: readonly Claim[], nameOf: (id: string) => string): readonly Claim[] {
    const objects = claims.map(({ objectId }) => objectId ?? '');
    const names = this.#spool.entities(objects);
    return claims.map((claim) => {
      const objectId = claim.objectId ?? '';
      const name = names.get(objectId)?.name ?? nameOf(objectId);
      return { ...claim, valueText: claim.expression ?? name };
    });
  }
}
