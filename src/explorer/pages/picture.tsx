import type { Addresses } from '../addresses.ts';
import type { EntityKind } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import { entityName } from '../entity-names.ts';
import { Layout } from '../layout.tsx';
import { EntityLink } from '../parts/basics.tsx';
import { Choices, Select } from '../parts/fields.tsx';
import { Picture } from '../parts/picture.tsx';
import { pictureOfNeighborhood } from '../picture/graph.ts';
import { kindPlurals } from '../words.ts';

/** The sizes of a picture: the most entities it shows. */
export const pictureSizes = { 25: '25', 50: '50', 100: '100', 150: '150' } as const;

interface PicturePageProps {
  readonly entity: NonNullable<DataOf<'picture'>['entity']>;
  readonly found: NonNullable<DataOf<'picture'>['neighborhood']>;
  readonly depth: string;
  readonly size: string;
  readonly kinds: readonly EntityKind[];
  readonly addresses: Addresses;
}

/** A large picture of the entities around one. */
export function PicturePage(props: PicturePageProps) {
  const { entity, found, depth, size, kinds, addresses } = props;
  const graph = pictureOfNeighborhood(found);
  const counts = depth === '1' && kinds.length === 0 ? entity.relations?.totalCount : null;
  const hidden =
    counts === null || counts === undefined
      ? found.truncated
        ? null
        : 0
      : counts - (graph.nodes.length - 1);
  return (
    <Layout
      addresses={addresses}
      title={`Around ${entity.name} · Glossgraph`}
      description={`A picture of the entities around ${entity.name}.`}
      canonical={null}
      wide
    >
      <h1>
        Around <EntityLink to={entity} addresses={addresses} />
      </h1>
      <Picture
        graph={graph}
        id="picture"
        label={`Picture of the entities around ${entity.name}`}
        hidden={hidden}
        larger={null}
        width={1200}
        addresses={addresses}
      />
      <form method="get" action={addresses.path('/picture')}>
        <input type="hidden" name="of" value={entityName(entity)} />
        <div class="pair fields">
          <Select id="depth" name="depth" label="How far" chosen={depth}>
            {[
              ['1', 'what is related to it'],
              ['2', 'two steps'],
              ['3', 'three steps'],
            ]}
          </Select>
          <Select id="size" name="size" label="How many, at most" chosen={size}>
            {Object.entries(pictureSizes)}
          </Select>
        </div>
        <Choices
          id="kind"
          name="kind"
          legend="Only some kinds"
          words={kindPlurals}
          chosen={kinds}
        />
        <button type="submit">Draw</button>
      </form>
    </Layout>
  );
}
