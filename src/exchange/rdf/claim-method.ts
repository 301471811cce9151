import { valuesOf } from '../../ontology/enumeration.ts';
import { hashedId } from '../../ontology/ids.ts';
import type { ClaimRecord, RelationRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import { DerivationMethodEnum } from '../../ontology/vocabulary.ts';

const methods = [null, ...valuesOf(DerivationMethodEnum)];

/**
 * The method that a claim on a relation gives. Claims do not keep it, but their id is made of it: it
 * is the method with which the id comes out.
 */
export function claimMethod(
  claim: ClaimRecord,
  relation: RelationRecord,
): RelationRecord['method'] {
  if (!relationOf(relation.type).attributes.includes('method')) return null;
  const { subjectId, property, relationId, artifact, since, until, sourceId } = claim;
  const key = [subjectId, property, relationId, artifact, since, until, sourceId];
  const found = methods.find((method) => hashedId('Claim', [...key, method]) === claim.id);
  return found === undefined ? relation.method : found;
}
