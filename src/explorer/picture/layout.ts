import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { LRUCache } from 'lru-cache';
import { type Box, borderTowards, type MovableBox, overlaps, pushApart } from './boxes.ts';
import type { PictureGraph, PictureLine } from './graph.ts';
import { shortened, textWidth } from './text-width.ts';

/** Font sizes in units of the picture. The stylesheet has the same values. */
const nodeFont = 13;
const lineFont = 11;

interface PlacedNode extends Box {
  readonly label: string;
}

export interface PlacedLine {
  readonly line: PictureLine;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly label: string;
  /** The position of the label; null where there is no room. */
  readonly labelAt: { readonly x: number; readonly y: number } | null;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** In the order of the nodes of the graph. */
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
}

const kept = new LRUCache<string, Layout>({ max: 500 });

/** The layout of a graph. The same graph always gives the same layout, which is cached. */
export function layoutOf(graph: PictureGraph, width: number): Layout {
  const key = JSON.stringify([width, graph.nodes, graph.lines]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const layout = place(graph, width);
  kept.set(key, layout);
  return layout;
}

const margin = 8;
const rowHeight = 90;

type Link = SimulationLinkDatum<Body>;

interface Body extends SimulationNodeDatum, MovableBox {
  x: number;
  y: number;
}

function place(graph: PictureGraph, maxWidth: number): Layout {
  const { nodes, lines } = graph;
  const labels = nodes.map(({ name }) => shortened(name, 30));
  const bodies = nodes.map((node, index): Body => {
    const isCenter = index === 0;
    return {
      ...start(index, node.level),
      width: textWidth(labels[index] ?? '') * nodeFont * (isCenter ? 1.2 : 1) + 22,
      height: isCenter ? 34 : 26,
      fixed: false,
    };
  });
  settle(bodies, graph);
  arrange(bodies, graph, maxWidth);
  const right = Math.max(...bodies.map(({ x, width }) => x + width / 2));
  const bottom = Math.max(...bodies.map(({ y, height }) => y + height / 2));
  const placed = bodies.map(
    ({ x, y, width, height }, index): PlacedNode => ({
      x: round(x),
      y: round(y),
      width: round(width),
      height,
      label: labels[index] ?? '',
    }),
  );
  return {
    width: Math.ceil(right + margin),
    height: Math.ceil(bottom + margin),
    nodes: placed,
    lines: placeLines(lines, placed),
  };
}

/** The start position: on a spiral, so that all differ, or in the row of the node. */
function start(index: number, level: number | null): { x: number; y: number } {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const radius = 30 * Math.sqrt(index);
  return {
    x: radius * Math.cos(angle),
    y: level === null ? radius * Math.sin(angle) : level * rowHeight,
  };
}

/** Runs the forces until they settle. */
function settle(bodies: Body[], { nodes, lines }: PictureGraph): void {
  const inRows = isInRows(nodes);
  const links = lines.map(({ from, to }): Link => ({ source: from, target: to }));
  const rings = Math.ceil(Math.sqrt(nodes.length) / 2.5);
  // Large pictures get fewer steps, so that one request does not block others for long.
  const ticks = bodies.length > 60 ? 120 : 250;
  const simulation = forceSimulation(bodies)
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force('charge', forceManyBody<Body>().strength(-150 - 8000 / bodies.length))
    .force('boxes', forceCollide<Body>(24))
    .force(
      'links',
      forceLink<Body, Link>(links).distance((_link, index) => 104 + 60 * (index % rings)),
    )
    .force('x', forceX<Body>(0).strength(0.05))
    .force(
      'y',
      inRows
        ? forceY<Body>((_body, index) => (nodes[index]?.level ?? 0) * rowHeight).strength(1.5)
        : forceY<Body>(0).strength(0.05),
    );
  simulation.tick(ticks);
}

function isInRows(nodes: PictureGraph['nodes']): boolean {
  return nodes.some(({ level }) => level !== null);
}

/** How much wider than high a picture should be, since names are wide. */
const stretch = 1.9;

/** Moves the picture to its corner, limits its width, and separates overlapping boxes. */
function arrange(bodies: readonly Body[], { nodes }: PictureGraph, maxWidth: number): void {
  const inner = maxWidth - 2 * margin;
  const middles = bodies.map(({ x }) => x);
  const left = Math.min(...middles);
  const spread = Math.max(...middles) - left || 1;
  const widest = Math.max(...bodies.map(({ width }) => width));
  const scale = Math.min(isInRows(nodes) ? 3 : stretch, Math.max(inner - widest, 1) / spread);
  const room = spread * scale + widest;
  for (const body of bodies) body.x = (body.x - left) * scale + widest / 2;
  for (let pass = 0; pass < 400 && pushApart(bodies, 8, Math.max(room, inner)); pass++);
  const begin = Math.min(...bodies.map(({ x, width }) => x - width / 2));
  for (const body of bodies) body.x -= begin;
  const top = Math.min(...bodies.map(({ y, height }) => y - height / 2));
  for (const body of bodies) {
    body.x += margin;
    body.y += margin - top;
  }
}

/** Lines end at the borders of boxes. Labels go where they cover nothing. */
function placeLines(
  lines: readonly PictureLine[],
  nodes: readonly PlacedNode[],
): readonly PlacedLine[] {
  const taken: Box[] = [...nodes];
  return lines.map((line): PlacedLine => {
    const from = nodes[line.from] as PlacedNode;
    const to = nodes[line.to] as PlacedNode;
    const begin = borderTowards(from, to);
    const end = borderTowards(to, from);
    const label = [...new Set(line.relations.map(({ name }) => name))].join(', ');
    const size = { width: textWidth(label) * lineFont + 4, height: lineFont + 3 };
    const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((part) => ({
      x: round(begin.x + (end.x - begin.x) * part),
      y: round(begin.y + (end.y - begin.y) * part),
      ...size,
    }));
    const box = places.find((place) => taken.every((other) => !overlaps(place, other, 1)));
    if (box !== undefined) taken.push(box);
    return {
      line,
      x1: round(begin.x),
      y1: round(begin.y),
      x2: round(end.x),
      y2: round(end.y),
      label,
      labelAt: box === undefined ? null : { x: box.x, y: box.y },
    };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
