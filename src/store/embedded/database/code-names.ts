import { claimProperties } from '../../../ontology/properties.ts';
import type { RelationType } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { allFans, type Side } from '../../sides.ts';
import { heldProperties } from './held-properties.ts';

export const slotName = (type: RelationType, side: Side) => `${type}/${side}`;
export const heldName = (kind: EntityKind, property: string) => `${kind}.${property}`;

/** Every name that has a number in the file. Names would make keys long. */
export const codeNames: readonly string[] = [
  ...claimProperties,
  ...allFans.map(({ type, side }) => slotName(type, side)),
  ...Object.entries(heldProperties).flatMap(([kind, properties]) =>
    properties.map((property) => heldName(kind as EntityKind, property)),
  ),
];
