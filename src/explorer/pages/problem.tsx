import type { Addresses, Linked } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import { Cards } from '../parts/basics.tsx';

interface ProblemPageProps {
  readonly title: string;
  readonly says: string;
  /** Whether the request is at fault. */
  readonly wrong?: boolean;
  /** Entities that the request may mean. */
  readonly guesses: readonly (Linked & { readonly summary: string | null })[];
  /** The text in the search field. */
  readonly query: string;
  readonly addresses: Addresses;
}

/** A page that states a problem and suggests other pages. */
export function ProblemPage({
  title,
  says,
  wrong = false,
  guesses,
  query,
  addresses,
}: ProblemPageProps) {
  return (
    <Layout
      addresses={addresses}
      title={`${title} · Glossgraph`}
      description={says}
      canonical={null}
      query={query}
    >
      <h1>{title}</h1>
      <p class={wrong ? 'wrong' : 'lead'}>{says}</p>
      {guesses.length > 0 && (
        <>
          <h2>Perhaps you meant</h2>
          <Cards of={guesses} addresses={addresses} />
        </>
      )}
      <p>
        Search above, or begin at the <a href={addresses.path('/')}>home page</a>.
      </p>
    </Layout>
  );
}
