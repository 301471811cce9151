import type { Addresses } from '../addresses.ts';
import type { EntityKind } from '../documents/types.ts';
import type { DrawnRelation, PictureGraph } from '../picture/graph.ts';
import { type Layout, layoutOf, type PlacedLine } from '../picture/layout.ts';
import { counted, kindPlurals } from '../words.ts';
import { EntityLink } from './basics.tsx';
import { DataTable } from './data-table.tsx';

interface PictureProps {
  readonly graph: PictureGraph;
  /** Unique among the pictures of the page. */
  readonly id: string;
  /** What the picture shows, for screen readers. */
  readonly label: string;
  /** The number of entities that are not shown; null where it is not known. */
  readonly hidden: number | null;
  /** The link to a larger picture; null for none. */
  readonly larger: string | null;
  readonly width?: number;
  readonly addresses: Addresses;
}

/** A picture of entities and their relations, with the same content as a table. */
export function Picture(props: PictureProps) {
  const { graph, id, label, larger, width = 920, addresses } = props;
  const layout = layoutOf(graph, width);
  return (
    <glossgraph-picture id={id}>
      <section class="drawing" tabindex={0} aria-label={`${label}, which can be scrolled`}>
        <Drawing graph={graph} layout={layout} id={id} label={label} addresses={addresses} />
      </section>
      <p class="note inline">
        <Legend graph={graph} />
        <Hidden hidden={props.hidden} />
        {larger !== null && (
          <a href={larger} data-expand>
            Show more of it
          </a>
        )}
      </p>
      <Table graph={graph} addresses={addresses} />
    </glossgraph-picture>
  );
}

function Hidden({ hidden }: { hidden: number | null }) {
  if (hidden === 0) return null;
  const what = hidden === null ? 'More are' : hidden === 1 ? '1 more is' : `${hidden} more are`;
  return <span>{what} not shown.</span>;
}

function Legend({ graph }: { graph: PictureGraph }) {
  const kinds = new Set(graph.nodes.map(({ kind }) => kind));
  if (kinds.size < 2) return null;
  return (
    <>
      {(Object.keys(kindPlurals) as EntityKind[])
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span class={`key ${kind}`}>{kindPlurals[kind]}</span>
        ))}
    </>
  );
}

interface DrawingProps {
  readonly graph: PictureGraph;
  readonly layout: Layout;
  readonly id: string;
  readonly label: string;
  readonly addresses: Addresses;
}

function Drawing({ graph, layout, id, label, addresses }: DrawingProps) {
  const { width, height } = layout;
  const arrow = `${id}-arrow`;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      <g>
        {layout.lines.map((line) => (
          <Line placed={line} graph={graph} arrow={arrow} />
        ))}
      </g>
      {layout.nodes.map(({ x, y, width: w, height: h, label: text }, index) => {
        const node = graph.nodes[index];
        if (node === undefined) return null;
        return (
          <a
            href={addresses.of(node)}
            class={`node ${node.kind}${index === 0 ? ' center' : ''}`}
            data-node={index}
          >
            {text !== node.name && <title>{node.name}</title>}
            <rect x={round(x - w / 2)} y={round(y - h / 2)} width={w} height={h} rx={h / 2} />
            <text x={x} y={y}>
              {text}
            </text>
          </a>
        );
      })}
    </svg>
  );
}

function Line(props: { placed: PlacedLine; graph: PictureGraph; arrow: string }) {
  const { placed, graph, arrow } = props;
  const { line, x1, y1, x2, y2, label, labelAt } = placed;
  const directed = line.relations.filter(({ symmetric }) => !symmetric);
  const head = (at: number) =>
    directed.some(({ to }) => to === at) ? `url(#${arrow})` : undefined;
  return (
    <g class="line" data-from={line.from} data-to={line.to}>
      <title>{line.relations.map((each) => sentence(each, graph)).join('; ')}</title>
      <line {...{ x1, y1, x2, y2 }} marker-start={head(line.from)} marker-end={head(line.to)} />
      {labelAt !== null && (
        <text x={labelAt.x} y={labelAt.y}>
          {label}
        </text>
      )}
    </g>
  );
}

function sentence({ from, name, to }: DrawnRelation, { nodes }: PictureGraph): string {
  return `${nodes[from]?.name} – ${name} – ${nodes[to]?.name}`;
}

function Table({ graph, addresses }: { graph: PictureGraph; addresses: Addresses }) {
  const rows = graph.lines.flatMap(({ relations }) => relations);
  return (
    <details>
      <summary>The same as a table: {counted(rows.length, 'relation')}</summary>
      <DataTable columns={['From', 'Relation', 'To']}>
        {rows.map(({ from, name, to }) => {
          const start = graph.nodes[from];
          const end = graph.nodes[to];
          if (start === undefined || end === undefined) return null;
          return (
            <tr>
              <td>
                <EntityLink to={start} addresses={addresses} />
              </td>
              <td>{name}</td>
              <td>
                <EntityLink to={end} addresses={addresses} />
              </td>
            </tr>
          );
        })}
      </DataTable>
    </details>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
