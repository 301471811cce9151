import type { Addresses, Linked } from '../addresses.ts';
import type { EntityStatus } from '../documents/types.ts';
import type { Alternate, PageFacts } from '../layout.tsx';
import { kindWords } from '../words.ts';
import { EntityLink, OutLink } from './basics.tsx';

/** The facts on the page of every entity. */
export interface EntityFacts extends Linked {
  readonly uri: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly status: EntityStatus;
  readonly updatedAt: string;
  readonly jsonLd: unknown;
  readonly exactMatch: readonly string[] | null;
  readonly closeMatch: readonly string[] | null;
  readonly replacedBy: Linked | null;
}

/** The JSON-LD of an entity. A term also names its set of terms. */
export function jsonLdOf(entity: EntityFacts, addresses: Addresses): unknown {
  const described = entity.jsonLd;
  if (entity.kind !== 'TERM' || typeof described !== 'object' || described === null) {
    return described;
  }
  const set = addresses.absolute(addresses.list('TERM'));
  return {
    ...described,
    inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': set, name: 'Glossgraph' },
  };
}

/** The other forms of an entity's page. */
export function alternatesOf(path: string): readonly Alternate[] {
  return [
    { type: 'text/turtle', path: `${path}.ttl` },
    { type: 'application/ld+json', path: `${path}.jsonld` },
    { type: 'application/json', path: `${path}.json` },
  ];
}

/** The title, description and other forms of an entity's page. */
export function entityPageFacts(entity: EntityFacts, addresses: Addresses): PageFacts {
  const path = addresses.of(entity);
  return {
    title: `${entity.name} · Glossgraph`,
    description: entity.summary ?? `${kindWords[entity.kind]}: ${entity.name}.`,
    canonical: path,
    alternates: alternatesOf(path),
    jsonLd: jsonLdOf(entity, addresses),
  };
}

/** The head of an entity's page: its kind, name, other names and summary. */
export function EntityHead(props: { entity: EntityFacts; sort: string; addresses: Addresses }) {
  const { entity, sort, addresses } = props;
  return (
    <header>
      <p class="kind">
        <a href={addresses.list(entity.kind)}>{kindWords[entity.kind]}</a>
        {sort !== '' && ` · ${sort}`}
      </p>
      <h1>{entity.name}</h1>
      {entity.aliases.length > 0 && <p class="note">Also: {entity.aliases.join(', ')}</p>}
      {entity.status === 'DEPRECATED' && (
        <p class="wrong">
          This entry is no longer maintained.
          {entity.replacedBy !== null && (
            <>
              {' See '}
              <EntityLink to={entity.replacedBy} addresses={addresses} /> instead.
            </>
          )}
        </p>
      )}
      {entity.summary !== null && <p class="lead">{entity.summary}</p>}
    </header>
  );
}

/** The foot of an entity's page: the same entity on other sites, and other forms of the page. */
export function EntityFoot({ entity, addresses }: { entity: EntityFacts; addresses: Addresses }) {
  const same = entity.exactMatch ?? [];
  const close = entity.closeMatch ?? [];
  const path = addresses.of(entity);
  return (
    <footer>
      {same.length + close.length > 0 && (
        <ul class="plain note">
          {same.map((url) => (
            <li>
              The same elsewhere: <OutLink url={url} />
            </li>
          ))}
          {close.map((url) => (
            <li>
              Nearly the same elsewhere: <OutLink url={url} />
            </li>
          ))}
        </ul>
      )}
      <p class="note">
        Last changed {entity.updatedAt.slice(0, 10)}. This page as{' '}
        <a href={`${path}.ttl`}>Turtle</a>, <a href={`${path}.jsonld`}>JSON-LD</a> or{' '}
        <a href={`${path}.json`}>JSON</a>.
      </p>
    </footer>
  );
}
