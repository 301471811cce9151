import type { Addresses } from '../addresses.ts';
import type { EntityKind } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { EntityLink } from '../parts/basics.tsx';
import { counted, kindPlurals, kindWords, matchWords } from '../words.ts';

type Hits = NonNullable<DataOf<'search'>['search']>;
type Snippet = NonNullable<Hits['edges'][number]['snippet']>;

interface SearchPageProps {
  readonly query: string;
  /** Null for every kind. */
  readonly kind: EntityKind | null;
  /** Null where nothing was asked, or the search failed. */
  readonly hits: Hits | null;
  readonly problems: readonly string[];
  readonly addresses: Addresses;
}

/** Search results, each with the best piece of its text. */
export function SearchPage({ query, kind, hits, problems, addresses }: SearchPageProps) {
  const here = addresses.path('/search');
  const asked = `q=${encodeURIComponent(query)}`;
  const narrowed = kind === null ? '' : `&kind=${kind}`;
  const next = hits?.pageInfo.hasNextPage === true ? hits.pageInfo.endCursor : null;
  return (
    <Layout
      addresses={addresses}
      title={query === '' ? 'Search · Glossgraph' : `${query} · Search · Glossgraph`}
      description="Search terms, models, licenses, organizations and tools."
      canonical={null}
      query={query}
    >
      <h1>{query === '' ? 'Search' : `Search: ${query}`}</h1>
      {problems.map((problem) => (
        <p class="wrong">{problem}</p>
      ))}
      {query !== '' && (
        <nav class="inline" aria-label="Narrow by kind">
          <Filter href={`${here}?${asked}`} name="All" chosen={kind === null} />
          {(Object.keys(kindPlurals) as EntityKind[]).map((each) => (
            <Filter
              href={`${here}?${asked}&kind=${each}`}
              name={kindPlurals[each]}
              chosen={kind === each}
            />
          ))}
        </nav>
      )}
      {query === '' && problems.length === 0 && (
        <p>Type a name, a word, or a “phrase in quotation marks”.</p>
      )}
      {hits !== null && <Results hits={hits} addresses={addresses} />}
      {next !== null && (
        <p>
          <a href={`${here}?${asked}${narrowed}&after=${encodeURIComponent(next)}`}>More</a>
        </p>
      )}
    </Layout>
  );
}

function Filter({ href, name, chosen }: { href: string; name: string; chosen: boolean }) {
  return (
    <a href={href} aria-current={chosen ? 'page' : undefined}>
      {name}
    </a>
  );
}

function Results({ hits, addresses }: { hits: Hits; addresses: Addresses }) {
  if (hits.edges.length === 0) {
    return <p class="lead">Nothing fits. Try fewer words, or another spelling.</p>;
  }
  return (
    <>
      <p class="note">{counted(hits.totalCount ?? hits.edges.length, 'result')}</p>
      <ol class="plain hits">
        {hits.edges.map(({ node, snippet, matchedOn, matchedText }) => (
          <li>
            <h2>
              <EntityLink to={node} addresses={addresses} />
            </h2>
            <p>
              {snippet === null ? node.summary : <Highlighted snippet={snippet} />}
              <br />
              <span class="note">
                {kindWords[node.kind]}; found by {matchWords[matchedOn]}
                {matchedText !== null && matchedText !== node.name && ` (${matchedText})`}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A text with the matches marked. */
function Highlighted({ snippet: { text, matches } }: { snippet: Snippet }) {
  const ends = [0, ...matches.map(({ end }) => end)];
  return (
    <>
      {matches.map(({ start, end }, index) => (
        <>
          {text.slice(ends[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
