import type { SourceRecord } from '../../ontology/records.ts';
import { CatalogSpool } from '../../store/embedded/spool/catalog-spool.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { EntityStatements, StatementStream } from '../statement-stream.ts';
import { catalogStatements, plainHead } from './catalog-statements.ts';
import type { Catalog, Entry } from './entry.ts';
import {
  type EntryGroup,
  entitiesReferredTo,
  type Identity,
  identify,
  type KnownEntity,
  marksOf,
} from './identity.ts';
import type { Tally } from './tally.ts';

const atOnce = 500;
/** The most names that a report lists. */
const mostNamed = 1000;

/** How many things of a catalog there are, and the slugs of the first. */
export interface Named {
  readonly count: number;
  readonly slugs: readonly string[];
}

interface Said extends Pick<Catalog, 'source' | 'evidence'> {
  readonly dataset: string;
  /** The date of statements without a date of their own. */
  readonly asOf: string | null;
}

/**
 * The entries of a catalog, and the statements made from them. They wait on the disk, since a hub
 * lists millions of models.
 */
export class SpooledCatalog implements StatementStream {
  readonly #spool = new CatalogSpool();
  #waiting: Entry[] = [];
  #sources: readonly SourceRecord[] = [];

  /** Adds entries. */
  readonly take = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      this.#waiting.push(entry);
      if (this.#waiting.length >= atOnce) this.#flush();
    }
  };

  /**
   * Finds the entity of each entry, and makes the statements. Returns the described entities that
   * the graph has, and the new ones.
   */
  async state(
    store: GraphStore,
    { source, evidence, dataset, asOf }: Said,
    tally: Tally,
  ): Promise<{ readonly known: Named; readonly added: Named }> {
    this.#flush();
    this.#sources = [source];
    const takenIds = (ids: readonly string[]) => this.#spool.takenIds(ids);
    for (const portion of this.#spool.groups(atOnce)) {
      const groups = portion.map(({ entries }) => entries.map(parsed<Entry>));
      const found = await identify(store, groups, { dataset, takenIds, tally });
      this.#spool.addEntities(
        found.flatMap((entity, at) => {
          const { group = 0 } = portion[at] ?? {};
          return entity === null ? [] : [{ group, id: entity.id, said: JSON.stringify(entity) }];
        }),
      );
    }
    const known = { count: 0, slugs: [] as string[] };
    const added = { count: 0, slugs: [] as string[] };
    const said = { sourceId: source.id, evidence, asOf };
    for (const portion of this.#spool.entities(atOnce)) {
      const described = portion.map((each) => ({
        entity: parsed<Identity>(each.said),
        entries: inOrder(each.entries.map(parsed<Entry>)),
      }));
      const all = described.flatMap(({ entries }) => entries);
      const entityOf = await entitiesReferredTo(store, all, (marks) => this.#entitiesAt(marks));
      const made = described.map(({ entity, entries }) => {
        if (entries[0]?.mentioned === false) {
          const of = entity.isKnown ? known : added;
          of.count += 1;
          if (of.count <= mostNamed) of.slugs.push(entity.slug);
        }
        return catalogStatements(entity, entries, entityOf, said, tally);
      });
      this.#spool.addStatements(made.map(({ statements }) => JSON.stringify(statements)));
      const around = new Map(made.flatMap(({ around: each }) => each.map((to) => [to.id, to])));
      this.#spool.addAround([...around].map(([id, to]) => [id, JSON.stringify(plainHead(to))]));
    }
    return { known, added };
  }

  sources(): readonly SourceRecord[] {
    return this.#sources;
  }

  *entities(): Iterable<EntityStatements> {
    for (const portion of this.#spool.statements(atOnce)) {
      for (const text of portion) yield parsed<EntityStatements>(text);
    }
    // A data set also states the entities that its relations lead to.
    for (const text of this.#spool.around()) {
      yield { head: parsed<EntityStatements['head']>(text), facts: [], edges: [] };
    }
  }

  close(): void {
    this.#spool.close();
  }

  #flush(): void {
    const entries = this.#waiting;
    this.#waiting = [];
    this.#spool.addEntries(
      entries.map((entry) => ({
        marks: marksOf(entry),
        said: JSON.stringify(entry),
        once: entry.mentioned,
      })),
    );
  }

  #entitiesAt(marks: readonly string[]): ReadonlyMap<string, KnownEntity> {
    const found = this.#spool.entitiesAt(marks);
    return new Map([...found].map(([mark, said]) => [mark, parsed<KnownEntity>(said)]));
  }
}

function parsed<Value>(text: string): Value {
  return JSON.parse(text) as Value;
}

/** Descriptions before mentions. */
function inOrder(entries: readonly Entry[]): EntryGroup {
  return entries.toSorted((one, other) => Number(one.mentioned) - Number(other.mentioned));
}
