import type { Addresses } from '../addresses.ts';
import type { ClauseEffect } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { Around } from '../parts/around.tsx';
import { EntityLink, Links, OutLink, Section, Shown, Source } from '../parts/basics.tsx';
import { AllClaims, period, WhoSaysSo } from '../parts/claims.tsx';
import { ClausePlace } from '../parts/clause-place.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Disagreements } from '../parts/disagreements.tsx';
import { EntityFoot, EntityHead, entityPageFacts } from '../parts/entity-head.tsx';
import { NotAdvice } from '../parts/not-advice.tsx';
import {
  activityNames,
  artifactWords,
  documentWords,
  dutyWords,
  evidenceWords,
  schemeWords,
} from '../words.ts';

type License = NonNullable<DataOf<'license'>['license']>;
type Clause = NonNullable<License['clauses']>[number];

/** The page of a license: its permissions, duties and bans, and the models under it. */
export function LicensePage(props: {
  license: License;
  rest: DataOf<'license'>;
  addresses: Addresses;
}) {
  const { license, rest, addresses } = props;
  const claims = license.claims?.nodes ?? [];
  return (
    <Layout addresses={addresses} {...entityPageFacts(license, addresses)}>
      <article>
        <EntityHead
          entity={license}
          sort={license.licenseClass?.name ?? ''}
          addresses={addresses}
        />
        <Facts license={license} addresses={addresses} />
        <Clauses license={license} />
        <Models license={license} addresses={addresses} />
        <Disagreements found={rest.disagreements?.nodes ?? []} />
        <Around entity={license} found={rest.neighborhood} addresses={addresses} />
        <AllClaims claims={claims} total={license.claims?.totalCount} />
        <EntityFoot entity={license} addresses={addresses} />
      </article>
    </Layout>
  );
}

function Facts({ license, addresses }: { license: License; addresses: Addresses }) {
  const claims = license.claims?.nodes ?? [];
  const { licenseClass, osiApproved, identifiers, documents, stewards } = license;
  const supersedes = license.supersedes?.nodes ?? [];
  const supersededBy = license.supersededBy?.nodes ?? [];
  return (
    <dl class="facts">
      {licenseClass !== null && (
        <>
          <dt>Class</dt>
          <dd>
            <EntityLink to={licenseClass} addresses={addresses} />{' '}
            <WhoSaysSo claims={claims} of={['CLASSIFIED_AS']} />
          </dd>
        </>
      )}
      <dt>Approved by the Open Source Initiative</dt>
      <dd>
        {osiApproved === null ? 'not known' : osiApproved ? 'yes' : 'no'}{' '}
        <WhoSaysSo claims={claims} of={['OSI_APPROVED']} />
      </dd>
      {license.version !== null && (
        <>
          <dt>Version</dt>
          <dd>
            {license.version} <WhoSaysSo claims={claims} of={['VERSION']} />
          </dd>
        </>
      )}
      {(stewards?.nodes.length ?? 0) > 0 && (
        <>
          <dt>Steward</dt>
          <dd>
            <Links to={stewards?.nodes ?? []} addresses={addresses} />{' '}
            <WhoSaysSo claims={claims} of={['STEWARDED_BY']} />
          </dd>
        </>
      )}
      {(documents?.length ?? 0) > 0 && (
        <>
          <dt>Text</dt>
          <dd>
            <ul class="plain">
              {documents?.map(({ kind, title, url, publishedOn }) => (
                <li>
                  {documentWords[kind]}:{' '}
                  {url === null ? title : <OutLink url={url}>{title}</OutLink>}
                  {publishedOn !== null && `, ${publishedOn}`}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {(identifiers?.length ?? 0) > 0 && (
        <>
          <dt>Identifiers</dt>
          <dd>
            {identifiers?.map(({ scheme, value }) => `${schemeWords[scheme]}: ${value}`).join(', ')}
          </dd>
        </>
      )}
      {supersedes.length > 0 && (
        <>
          <dt>Replaces</dt>
          <dd>
            <Links to={supersedes} addresses={addresses} />
          </dd>
        </>
      )}
      {supersededBy.length > 0 && (
        <>
          <dt>Replaced by</dt>
          <dd>
            <Links to={supersededBy} addresses={addresses} />
          </dd>
        </>
      )}
    </dl>
  );
}

const groups: readonly {
  readonly title: string;
  readonly id: string;
  readonly effects: readonly ClauseEffect[];
}[] = [
  { id: 'may', title: 'You may', effects: ['PERMITS'] },
  { id: 'must', title: 'You must', effects: ['REQUIRES'] },
  {
    id: 'must-not',
    title: 'You must not, unless you have an agreement',
    effects: ['FORBIDS', 'WITHHOLDS_GRANT', 'NEEDS_SEPARATE_LICENSE'],
  },
  { id: 'ends', title: 'It ends', effects: ['TERMINATES'] },
];

const effectNotes: Partial<Record<ClauseEffect, string>> = {
  WITHHOLDS_GRANT: 'No right is granted here.',
  NEEDS_SEPARATE_LICENSE: 'Possible with a separate license: ask the licensor.',
};

function Clauses({ license }: { license: License }) {
  const clauses = license.clauses ?? [];
  return (
    <Section id="clauses" title="What it says">
      <p>
        {license.clausesComplete
          ? 'The text was read in full; in our words:'
          : 'The text was not read in full. What is not here may still be in it.'}
      </p>
      <NotAdvice />
      {groups.map(({ id, title, effects }) => {
        const found = clauses.filter(({ effect }) => effects.includes(effect));
        if (found.length === 0) return null;
        return (
          <section aria-labelledby={id}>
            <h3 id={id}>{title}</h3>
            <ul>
              {found.map((clause) => (
                <ClauseItem clause={clause} />
              ))}
            </ul>
          </section>
        );
      })}
    </Section>
  );
}

function ClauseItem({ clause }: { clause: Clause }) {
  const { effect, activities, duty, evidence, source } = clause;
  const note = effectNotes[effect];
  return (
    <li id={`clause-${clause.key}`}>
      {duty !== null && (
        <>
          <strong>
            {dutyWords[duty.kind]}
            {duty.name !== null && `: “${duty.name}”`}
            {duty.beforeUse && ', before use'}.
          </strong>{' '}
        </>
      )}
      {clause.text} {note !== undefined && <em>{note} </em>}
      <span class="cite place">
        <ClausePlace clause={clause} />
        {activities.length > 0 &&
          ` · on ${activities.map((each) => activityNames[each]).join(', ')}`}
        {' · read from '}
        <Source source={source} />
        {evidence !== null && `, ${evidenceWords[evidence]}`}
      </span>
    </li>
  );
}

function Models({ license, addresses }: { license: License; addresses: Addresses }) {
  const edges = license.models?.edges ?? [];
  return (
    <Section id="models" title="Models under it" show={edges.length > 0}>
      <DataTable columns={['Model', 'Released', 'What is under it']}>
        {edges.map(({ node, relations }) => (
          <tr>
            <th scope="row">
              <EntityLink to={node} addresses={addresses} />
            </th>
            <td class="day">{node.releasedOn ?? 'not known'}</td>
            <td>
              {relations
                .map(({ artifact, since, until }) =>
                  [artifact && artifactWords[artifact].toLowerCase(), period(since, until)]
                    .filter((part) => part !== null && part !== '')
                    .join(' '),
                )
                .join(', ')}
            </td>
          </tr>
        ))}
      </DataTable>
      <Shown count={edges.length} of={license.models?.totalCount} />
    </Section>
  );
}
