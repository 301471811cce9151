import { raw } from 'hono/html';
import { type Child, createContext, useContext } from 'hono/jsx';
import type { Addresses } from './addresses.ts';
import { icon, scripts, styles } from './assets.ts';

/** The facts about a page, besides its body. */
export interface PageFacts {
  readonly title: string;
  /** One or two sentences, for search results and link previews. */
  readonly description: string;
  /** The path that search engines should list; null for a page that they should not list. */
  readonly canonical: string | null;
  /** The same content in other media types. */
  readonly alternates?: readonly Alternate[];
  readonly jsonLd?: unknown;
  /** The text in the search field. */
  readonly query?: string;
  /** Whether the page uses the full width. */
  readonly wide?: boolean;
}

export interface Alternate {
  readonly type: string;
  readonly path: string;
}

/** The parts of a page that did not load, in words. The page shows the rest. */
export const NotLoaded = createContext<readonly string[]>([]);

interface LayoutProps extends PageFacts {
  readonly addresses: Addresses;
  readonly children?: Child;
}

/** The frame around every page. */
export function Layout({ addresses, children, ...facts }: LayoutProps) {
  const notLoaded = useContext(NotLoaded);
  const frame = facts.wide ? 'container wide' : 'container';
  return (
    <html lang="en">
      <Head addresses={addresses} {...facts} />
      <body>
        <a class="skip" href="#content">
          To the content
        </a>
        <Header addresses={addresses} query={facts.query ?? ''} frame={frame} />
        <main class={frame} id="content">
          {notLoaded.length > 0 && (
            <div class="wrong" role="status">
              <p>Some of this page could not be loaded: {[...new Set(notLoaded)].join(' ')}</p>
            </div>
          )}
          {children}
        </main>
        <footer class={frame}>
          <nav class="inline" aria-label="More">
            {more.map(([path, name]) => (
              <a href={addresses.path(path)}>{name}</a>
            ))}
          </nav>
          <p>
            Every statement here names who makes it, and where sources disagree, both stand. All of
            it can be asked for in <a href={addresses.path('/graphql')}>GraphQL</a>.
          </p>
        </footer>
      </body>
    </html>
  );
}

/** Pages that do not fit in the header. */
const more = [
  ['/compare', 'Compare models'],
  ['/topics', 'Terms by topic'],
  ['/path', 'How two things are linked'],
  ['/disagreements', 'Where sources disagree'],
  ['/changes', 'What changed lately'],
  ['/organizations', 'Organizations'],
  ['/tools', 'Tools'],
  ['/examples/embed', 'Cards on your own pages'],
  ['/vocab', 'Vocabulary and dumps'],
] as const;

function Head({ addresses, ...facts }: Omit<LayoutProps, 'children'>) {
  const { title, description, canonical, alternates = [], jsonLd } = facts;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content={description} />
      {canonical === null ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={addresses.absolute(canonical)} />
      )}
      {canonical !== null && <meta property="og:url" content={addresses.absolute(canonical)} />}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="Glossgraph" />
      {alternates.map(({ type, path }) => (
        <link rel="alternate" type={type} href={path} />
      ))}
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title="Glossgraph"
        href={addresses.path('/opensearch.xml')}
      />
      <link rel="icon" type={icon.type} href={addresses.path(icon.path)} />
      {styles.map(({ path }) => (
        <link rel="stylesheet" href={addresses.path(path)} />
      ))}
      {scripts.map(({ path }) => (
        <script type="module" src={addresses.path(path)} />
      ))}
      {jsonLd !== undefined && (
        <script type="application/ld+json">{raw(scriptText(jsonLd))}</script>
      )}
    </head>
  );
}

/** JSON that cannot end the script element around it. */
function scriptText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function Header(props: { addresses: Addresses; query: string; frame: string }) {
  const { addresses, query, frame } = props;
  return (
    <header class={frame}>
      <div class="bar">
        <a class="brand" href={addresses.path('/')}>
          <img src={addresses.path(icon.path)} alt="" width="24" height="24" />
          Glossgraph
        </a>
        <SearchForm addresses={addresses} query={query} />
        <nav aria-label="Browse">
          <a href={addresses.list('TERM')}>Terms</a>
          <a href={addresses.list('MODEL')}>Models</a>
          <a href={addresses.list('LICENSE')}>Licenses</a>
          <a href={addresses.path('/may-i-use')}>May I use it?</a>
        </nav>
      </div>
    </header>
  );
}

function SearchForm({ addresses, query }: { addresses: Addresses; query: string }) {
  return (
    <search>
      <form class="search" action={addresses.path('/search')} method="get">
        <input
          type="search"
          name="q"
          value={query}
          aria-label="Search terms, models and licenses"
          placeholder="Search terms, models, licenses"
          data-suggest="go"
          data-suggest-at={addresses.path('/suggest')}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
