import type { Addresses, Linked } from '../addresses.ts';
import type { EntityStatus } from '../documents/types.ts';
import type { PageFacts } from '../layout.tsx';
import { kindWords } from '../words.ts';
import { EntityLink, OutLink } from './basics.tsx';

/** What every entity's page says of it. */
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

/** Its JSON-LD; terms say of which set of terms they are. */
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

/** Title, description and other forms of an entity's page. */
export function entityPageFacts(entity: EntityFacts, addresses: Addresses): PageFacts {
  const path = addresses.of(entity);
  return {
    title: `${entity.name} · Glossgraph`,
    description: entity.summary ?? `${kindWords[entity.kind]}: ${entity.name}.`,
    canonical: path,
    alternates: [
      { type: 'application/ld+json', path: `${path}.jsonld` },
      { type: 'application/json', path: `${path}.json` },
    ],
    jsonLd: jsonLdOf(entity, addresses),
  };
}

/** The head of an entity's page: what it is, its name, other names, the sentence that says what it is. */
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
          This entry is no longer kept.
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

/** Where else it is described, and other forms of the page. */
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
        <a href={`${path}.jsonld`}>JSON-LD</a> or <a href={`${path}.json`}>JSON</a>.
      </p>
    </footer>
  );
}
