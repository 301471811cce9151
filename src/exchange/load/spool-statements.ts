import { relationOf } from '../../ontology/relations.ts';
import type { Spool } from '../../store/embedded/spool/spool.ts';
import type { GraphStore, Thing } from '../../store/graph-store.ts';
import type { StatementStream } from '../statement-stream.ts';
import type { Beside, SharedEntity } from './beside.ts';
import { portionSize, portions } from './dataset-reading.ts';
import { entityRecord, locatorKeys } from './entity-records.ts';
import { type Claim, endsOf, relationRecords } from './fold-claims.ts';
import { degreesOf, foldEntity, isSymmetric } from './fold-entity.ts';
import {
  type FoldedRecord,
  type PackedHanging,
  packedHanging,
  relationsIn,
} from './folded-portion.ts';
import { packedJudged } from './spooled-judgment.ts';

/** What an importer states that cannot be loaded; the message names what. */
export class UnfitStatements extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnfitStatements';
  }
}

/** The counts of a data set: entities, sources and statements on them. */
interface StatedCounts {
  readonly entities: number;
  readonly sources: number;
  readonly statements: number;
}

export interface Spooled {
  readonly sizes: Readonly<Record<Thing, number>>;
  readonly stated: StatedCounts;
}

/**
 * Reads and folds a stream once. It stores on the disk what comes out, and what is needed about all
 * entities: names, degrees, keys, symmetric relations, and the statements of other data sets in a
 * store. Throws UnfitStatements.
 */
export async function spoolStatements(
  stream: StatementStream,
  spool: Spool,
  beside: Beside,
  onRead: (entities: number) => void,
): Promise<Spooled> {
  const sizes = { entities: 0, relations: 0, claims: 0, sources: 0, disagreements: 0 };
  const stated = { entities: 0, sources: 0, statements: 0 };
  for await (const sources of portions(stream.sources(), portionSize)) {
    const ids = sources.map(({ id }) => id);
    spool.addSources(ids);
    await beside.noteSharedSources(ids);
    sizes.sources += sources.length;
    stated.sources += sources.length;
  }
  for await (const portion of portions(stream.entities(), portionSize)) {
    await beside.noteShared(portion.map(({ head }) => head.id));
    spoolPortion('own', beside.shared(portion), spool, sizes);
    stated.entities += portion.length;
    for (const { facts, edges } of portion) stated.statements += facts.length + edges.length;
    onRead(stated.entities);
  }
  await beside.noteWithdrawn();
  await beside.noteAround();
  for (const role of ['withdrawn', 'around'] as const) {
    for (const portion of beside.noted(role)) spoolPortion(role, portion, spool, sizes);
  }
  // Few data sets have disagreements, and nothing else is judged.
  if (sizes.disagreements > 0) spoolAllJudged(spool);
  for (const owners of symmetricOwners(spool)) {
    const { relations } = symmetricRelations(owners, spool, beside);
    sizes.relations += relations.length;
    spool.addDegrees(degreesOf(relations), false);
  }
  const unknown = spool.unknownEnd();
  if (unknown !== null) {
    throw new UnfitStatements(`a relation leads to ${unknown}, of which nothing else is stated`);
  }
  if (beside.store !== null) await spoolOutside(beside.store, spool, beside);
  return { sizes, stated };
}

/** The entities that the data set states, those it states no more, and neighbors of both. */
const foldedRoles = ['own', 'withdrawn', 'around'] as const;
export type FoldedRole = (typeof foldedRoles)[number];

function spoolPortion(
  role: FoldedRole,
  portion: readonly SharedEntity[],
  spool: Spool,
  sizes: Record<Thing, number>,
): void {
  const folds = portion.map(({ all }) => foldEntity(all, (id) => id));
  const records = folds.map(({ head, claims }) => entityRecord(head, claims, 0));
  const added = spool.addEntities(
    records.map((record, at) => {
      return { id: record.id, name: (portion[at]?.own?.head ?? record).name };
    }),
    role === 'own',
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
  const degrees = degreesOf(folds.flatMap(({ relations }) => relations));
  const ends = statedEnds(portion);
  if (portion.every(({ own, parts }) => own !== null && parts.length === 0)) {
    for (const id of ends) if (!degrees.has(id)) degrees.set(id, 0);
    spool.addDegrees(degrees);
  } else {
    spool.addDegrees(degrees, false);
    spool.addDegrees(new Map(ends.map((id) => [id, 0])));
  }
  spool.addEdges(
    folds.flatMap(({ claims }) =>
      claims.filter(isSymmetric).map((claim) => ({
        fromId: claim.edge === null ? '' : endsOf(claim.edge).fromId,
        relationId: claim.relationId ?? '',
        claim: JSON.stringify(claim),
      })),
    ),
  );
  const hanging = folds.map(packedHanging);
  spoolFolded(
    spool,
    role,
    records.map((record, at): FoldedRecord => [record, portion[at]?.parts ?? []]),
    hanging,
  );
  sizes.entities += records.length;
  for (const { claims } of folds) sizes.claims += claims.length;
  for (const [, relations, , disagreeing] of hanging) {
    sizes.relations += relations.length;
    sizes.disagreements += disagreeing.length;
  }
}

function spoolFolded(
  spool: Spool,
  role: FoldedRole,
  records: readonly FoldedRecord[],
  hanging: readonly PackedHanging[],
): void {
  spool.addFolded(`${role} records`, JSON.stringify(records));
  spool.addFolded(`${role} hanging`, JSON.stringify(hanging));
}

/** The portions of records that were spooled in a role. */
export function* foldedRecords(spool: Spool, role: FoldedRole): Iterable<readonly FoldedRecord[]> {
  for (const said of spool.folded(`${role} records`)) yield JSON.parse(said) as FoldedRecord[];
}

/** The portions of what hangs on them, in the same order. */
export function* foldedHanging(spool: Spool, role: FoldedRole): Iterable<readonly PackedHanging[]> {
  for (const said of spool.folded(`${role} hanging`)) yield JSON.parse(said) as PackedHanging[];
}

function spoolAllJudged(spool: Spool): void {
  for (const role of foldedRoles) {
    const portions = foldedHanging(spool, role)[Symbol.iterator]();
    for (const records of foldedRecords(spool, role)) {
      const hanging: readonly PackedHanging[] = portions.next().value ?? [];
      spool.addJudged(
        records.flatMap(([record], at) => {
          const each = hanging[at];
          const judged = packedJudged(record, each === undefined ? [] : relationsIn(each));
          return judged === null ? [] : [[record.id, judged] as const];
        }),
      );
    }
  }
}

/** The targets of the data set's relations, which it must also state. */
function statedEnds(portion: readonly SharedEntity[]): readonly string[] {
  const edges = portion.flatMap(({ own }) => own?.edges ?? []);
  return [...new Set(edges.map(({ objectId }) => objectId))];
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

/**
 * The symmetric relations of these `from` entities, with their claims. Relations to entities
 * outside of the load stay as they are.
 */
export function symmetricRelations(owners: readonly string[], spool: Spool, beside: Beside) {
  const claims = new Map<string, Claim>();
  for (const [, text] of spool.edges(owners)) {
    const claim = JSON.parse(text) as Claim;
    claims.set(claim.id, claim);
  }
  let all = [...claims.values()];
  if (beside.isAny) {
    const known = spool.entities(
      all.flatMap(({ subjectId, objectId }) => [subjectId, objectId ?? '']),
    );
    all = all.filter(
      ({ subjectId, objectId }) => known.has(subjectId) && known.has(objectId ?? ''),
    );
  }
  return { claims: all, relations: relationRecords(all, new Set()) };
}

/** Counts the relations of the entities that the load does not cover. */
async function spoolOutside(store: GraphStore, spool: Spool, beside: Beside): Promise<void> {
  const count = async (ids: readonly string[]) => {
    const there = await store.held.degrees(ids);
    if (there.size === 0) return;
    const sums = new Map(there);
    const less = (id: string) => sums.set(id, (sums.get(id) ?? 0) - 1);
    const { relations } = await store.held.hangingOn([...there.keys()]);
    const covered = beside.covered([...relations.values()].map(({ toId }) => toId));
    for (const { best, type, fromId, toId } of relations.values()) {
      if (!best || (relationOf(type).symmetric && !covered.has(toId))) continue;
      less(fromId);
      less(toId);
    }
    spool.addOutside(sums);
  };
  for (let after = ''; ; ) {
    const ids = spool.idsAfter(after, portionSize);
    const last = ids.at(-1);
    if (last === undefined) break;
    await count(ids);
    after = last;
  }
  for (const ids of beside.gone('entities')) await count(ids);
}
