import { kindOf } from '../ontology/kinds.ts';
import type { EntityPart } from '../store/reads.ts';
import type { GraphContext } from './context.ts';

/** The permanent address of an entity. It uses the first slug, so a change of slug keeps it. */
export function entityUri(entity: Pick<EntityPart, 'id' | 'kind'>, context: GraphContext): string {
  const firstSlug = entity.id.slice(entity.id.indexOf(':') + 1);
  return `${context.publicUrl}/${kindOf(entity.kind).folder}/${encodeURIComponent(firstSlug)}`;
}
