import type { Read, ReadKind, ReadResult } from '../../reads.ts';
import { type Piece, StatementBuilder } from '../cypher-statement.ts';
import type { Crowded } from './crowded.ts';
import { readPieces } from './read-pieces.ts';

/** A statement for several reads, and the decoder of its one row. */
export interface ComposedRead {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly decode: (row: readonly unknown[]) => readonly ReadResult[];
  /** The reads that decoding the row has postponed. */
  readonly crowded: readonly Crowded[];
}

/** Puts all reads into one statement. Its text depends only on their shape, not on their values. */
export function composeReads(reads: readonly Read[]): ComposedRead {
  const builder = new StatementBuilder();
  const pieces = reads.map((read) => pieceOf(read, builder));
  const columns = pieces.map(({ expression }, index) => `${expression} AS a${index}`);
  return {
    text: `RETURN ${columns.join(',\n  ')}`,
    parameters: builder.parameters,
    decode: (row) => pieces.map((piece, index) => piece.decode(row[index])),
    crowded: builder.crowded,
  };
}

function pieceOf(read: Read, into: StatementBuilder): Piece<ReadResult> {
  const compose = readPieces[read.kind] as (
    read: Read<ReadKind>,
    into: StatementBuilder,
  ) => Piece<ReadResult>;
  return compose(read, into);
}
