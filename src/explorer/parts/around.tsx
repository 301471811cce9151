import type { Addresses, Linked } from '../addresses.ts';
import type { PictureFragment } from '../documents/types.ts';
import { entityName } from '../entity-names.ts';
import { pictureOfNeighborhood } from '../picture/graph.ts';
import { Section } from './basics.tsx';
import { Picture } from './picture.tsx';

interface AroundProps {
  readonly entity: Linked & { readonly around: { readonly totalCount: number | null } | null };
  readonly found: PictureFragment | null;
  readonly addresses: Addresses;
}

/** A picture of the entities around one. */
export function Around({ entity, found, addresses }: AroundProps) {
  if (found === null) return null;
  const graph = pictureOfNeighborhood(found);
  const total = entity.around?.totalCount ?? null;
  const hidden = total === null ? (found.truncated ? null : 0) : total - (graph.nodes.length - 1);
  return (
    <Section id="around" title="What is around it" show={graph.lines.length > 0}>
      <Picture
        graph={graph}
        id="around-picture"
        label={`Picture of the entities around ${entity.name}`}
        hidden={hidden}
        larger={
          hidden === 0
            ? null
            : `${addresses.path('/picture')}?of=${encodeURIComponent(entityName(entity))}`
        }
        addresses={addresses}
      />
    </Section>
  );
}
