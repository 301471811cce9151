import { type RelationRecord, zRelationRecord } from '../../ontology/records.ts';
import type { RelationType } from '../../ontology/relations.ts';
import type { Piece } from './cypher-statement.ts';
import { checked } from './read/row-check.ts';

// A relationship holds its record twice: as properties, for filters and for people who look at the
// graph; and as one text without what its place says, for pages. Reading a dozen properties for
// each row made a page of 200 rows cost the server 1.6 times and us 1.4 times as much.

/** The parts of a relation that follow from its place in the graph. */
type RelationPlace = Pick<RelationRecord, 'type' | 'fromId' | 'toId'>;

/** The values that the packed text leaves out: null, or what most relations have. */
const usual: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(Object.keys(zRelationRecord.shape).map((property) => [property, null])),
  rank: 'NORMAL',
  best: true,
  contested: false,
};

/** The relation's record but for its place and what is usual. */
export function packRelation({ type, fromId, toId, ...rest }: RelationRecord): string {
  const unusual = Object.entries(rest).filter(([property, value]) => value !== usual[property]);
  return JSON.stringify(Object.fromEntries(unusual));
}

/** Restores the record; STORE_FAILURE if this version does not know it. */
export function unpackRelation(packed: unknown, place: RelationPlace): RelationRecord {
  const unusual: unknown = JSON.parse(String(packed));
  const record: Readonly<Record<string, unknown>> = Object.assign({ ...usual }, unusual, place);
  return checked(zRelationRecord, () => String(record.id), record);
}

/** A relation with its place. */
export function relationPiece(variable: string): Piece<RelationRecord> {
  const columns = ['fromId', 'toId', 'record'].map((name) => `${variable}.${name}`);
  return {
    expression: `[type(${variable}), ${columns.join(', ')}]`,
    decode: (value) => {
      const [type, fromId, toId, packed] = value as [RelationType, string, string, unknown];
      return unpackRelation(packed, { type, fromId, toId });
    },
  };
}
