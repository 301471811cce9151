import type { Addresses } from '../addresses.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { Around } from '../parts/around.tsx';
import { Cards, OutLink, Section, Shown } from '../parts/basics.tsx';
import { AllClaims, WhoSaysSo } from '../parts/claims.tsx';
import { Disagreements } from '../parts/disagreements.tsx';
import { EntityFoot, EntityHead, entityPageFacts } from '../parts/entity-head.tsx';
import { ModelsTable } from '../parts/models-table.tsx';

type Found = NonNullable<DataOf<'organization'>['organization']>;
export type Organization = Extract<Found, { readonly slug: string }>;

/** The page of an organization: the models it develops, and the licenses it maintains. */
export function OrganizationPage(props: {
  organization: Organization;
  rest: DataOf<'organization'>;
  addresses: Addresses;
}) {
  const { organization, rest, addresses } = props;
  const claims = organization.claims?.nodes ?? [];
  const models = organization.models?.nodes ?? [];
  const licenses = organization.licenses?.nodes ?? [];
  return (
    <Layout addresses={addresses} {...entityPageFacts(organization, addresses)}>
      <article>
        <EntityHead entity={organization} sort="" addresses={addresses} />
        {organization.website !== null && (
          <p>
            Website: <OutLink url={organization.website} />{' '}
            <WhoSaysSo claims={claims} of={['WEBSITE']} />
          </p>
        )}
        <Section id="models" title="Its models" show={models.length > 0}>
          <ModelsTable
            models={models}
            total={organization.models?.totalCount}
            addresses={addresses}
          />
        </Section>
        <Section id="licenses" title="Its licenses" show={licenses.length > 0}>
          <Cards of={licenses} addresses={addresses} />
          <Shown count={licenses.length} of={organization.licenses?.totalCount} />
        </Section>
        <Disagreements found={rest.disagreements?.nodes ?? []} />
        <Around entity={organization} found={rest.neighborhood} addresses={addresses} />
        <AllClaims claims={claims} total={organization.claims?.totalCount} />
        <EntityFoot entity={organization} addresses={addresses} />
      </article>
    </Layout>
  );
}
