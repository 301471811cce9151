import type { Addresses } from '../addresses.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { Around } from '../parts/around.tsx';
import { Cards, OutLink, Section, Shown } from '../parts/basics.tsx';
import { AllClaims, WhoSaysSo } from '../parts/claims.tsx';
import { Disagreements } from '../parts/disagreements.tsx';
import { EntityFoot, EntityHead, entityPageFacts } from '../parts/entity-head.tsx';

type Found = NonNullable<DataOf<'tool'>['tool']>;
export type Tool = Extract<Found, { readonly slug: string }>;

/** The page of a tool: its website, and the related terms. */
export function ToolPage(props: { tool: Tool; rest: DataOf<'tool'>; addresses: Addresses }) {
  const { tool, rest, addresses } = props;
  const claims = tool.claims?.nodes ?? [];
  const terms = tool.terms?.nodes ?? [];
  return (
    <Layout addresses={addresses} {...entityPageFacts(tool, addresses)}>
      <article>
        <EntityHead entity={tool} sort="" addresses={addresses} />
        <dl class="facts">
          {tool.url !== null && (
            <>
              <dt>Address</dt>
              <dd>
                <OutLink url={tool.url} /> <WhoSaysSo claims={claims} of={['URL']} />
              </dd>
            </>
          )}
          <dt>Free of charge</dt>
          <dd>
            {tool.free === null ? 'not known' : tool.free ? 'yes' : 'no'}{' '}
            <WhoSaysSo claims={claims} of={['FREE']} />
          </dd>
        </dl>
        <Section id="terms" title="Terms it goes with" show={terms.length > 0}>
          <Cards of={terms} addresses={addresses} />
          <Shown count={terms.length} of={tool.terms?.totalCount} />
        </Section>
        <Disagreements found={rest.disagreements?.nodes ?? []} />
        <Around entity={tool} found={rest.neighborhood} addresses={addresses} />
        <AllClaims claims={claims} total={tool.claims?.totalCount} />
        <EntityFoot entity={tool} addresses={addresses} />
      </article>
    </Layout>
  );
}
