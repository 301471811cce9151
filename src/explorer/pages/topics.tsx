import type { Addresses } from '../addresses.ts';
import type { TermKind } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { EntityLink, Links } from '../parts/basics.tsx';
import { Problems } from '../parts/fields.tsx';
import { counted, termKindPlurals } from '../words.ts';

interface TopicsPageProps {
  readonly topics: DataOf<'topics'>;
  readonly problems: readonly string[];
  readonly addresses: Addresses;
}

/** Terms by kind, with the first terms of each kind. */
export function TopicsPage({ topics, problems, addresses }: TopicsPageProps) {
  const here = addresses.path('/topics');
  const kinds = (Object.keys(termKindPlurals) as TermKind[])
    .map((kind) => ({ kind, list: topics[kind] }))
    .filter(({ list }) => (list?.totalCount ?? 0) > 0)
    .sort((one, other) => (other.list?.totalCount ?? 0) - (one.list?.totalCount ?? 0));
  return (
    <Layout
      addresses={addresses}
      title="Terms by topic · Glossgraph"
      description="AI terms by the kind of idea they name: techniques, metrics, standards, laws and more."
      canonical={here}
    >
      <h1>Terms by topic</h1>
      <Problems problems={problems} />
      {kinds.map(({ kind, list }) => (
        <section aria-labelledby={`topic-${kind}`}>
          <h2 id={`topic-${kind}`}>
            <a href={`${here}?kind=${kind}`}>{termKindPlurals[kind]}</a>{' '}
            <small>{list?.totalCount}</small>
          </h2>
          <p>
            <Links to={list?.nodes ?? []} addresses={addresses} />
            {(list?.totalCount ?? 0) > (list?.nodes.length ?? 0) && (
              <>
                {', '}
                <a href={`${here}?kind=${kind}`}>
                  and {(list?.totalCount ?? 0) - (list?.nodes.length ?? 0)} more
                </a>
              </>
            )}
          </p>
        </section>
      ))}
    </Layout>
  );
}

interface TopicPageProps {
  readonly kind: TermKind;
  readonly list: DataOf<'topic'>['terms'];
  readonly first: boolean;
  readonly problems: readonly string[];
  readonly addresses: Addresses;
}

/** The terms of a kind, grouped by their broader terms. */
export function TopicPage({ kind, list, first, problems, addresses }: TopicPageProps) {
  const here = `${addresses.path('/topics')}?kind=${kind}`;
  const next = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  const nodes = list?.nodes ?? [];
  const title = termKindPlurals[kind];
  return (
    <Layout
      addresses={addresses}
      title={`${title} · Glossgraph`}
      description={`Terms of AI by topic: ${title.toLowerCase()}.`}
      canonical={first ? here : null}
    >
      <p class="kind">
        <a href={addresses.path('/topics')}>Terms by topic</a>
      </p>
      <h1>{title}</h1>
      <Problems problems={problems} />
      <p class="note">{counted(list?.totalCount ?? nodes.length, 'term')}</p>
      <ul class="cards">
        {nodes.map((term) => (
          <li>
            <EntityLink to={term} addresses={addresses} />
            {term.broader !== null && term.broader.nodes.length > 0 && (
              <span class="note">
                {', a kind of '}
                <Links to={term.broader.nodes} addresses={addresses} />
              </span>
            )}
            {term.summary !== null && <p>{term.summary}</p>}
          </li>
        ))}
      </ul>
      <p class="inline">
        {!first && <a href={here}>From the beginning</a>}
        {next !== null && <a href={`${here}&after=${encodeURIComponent(next)}`}>More</a>}
      </p>
    </Layout>
  );
}
