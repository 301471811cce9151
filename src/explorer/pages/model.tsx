import type { Child } from 'hono/jsx';
import type { Addresses } from '../addresses.ts';
import type { ClaimProperty } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { Around } from '../parts/around.tsx';
import {
  Cards,
  EntityLink,
  Links,
  OutLink,
  Section,
  Shown,
  Source,
  VerdictBadge,
} from '../parts/basics.tsx';
import { AllClaims, period, WhoSaysSo } from '../parts/claims.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Disagreements } from '../parts/disagreements.tsx';
import { EntityFoot, EntityHead, entityPageFacts } from '../parts/entity-head.tsx';
import { Picture } from '../parts/picture.tsx';
import { pictureOfLineage } from '../picture/graph.ts';
import {
  architectureWords,
  artifactWords,
  availabilityWords,
  largeNumber,
  methodWords,
  modalityWords,
  opennessWords,
  rankWords,
} from '../words.ts';

export type Model = NonNullable<DataOf<'model'>['model']>;

interface ModelPageProps {
  readonly model: Model;
  readonly rest: DataOf<'model'>;
  readonly addresses: Addresses;
  /** The section "May I use it?", with an answer if there was a question. */
  readonly mayIUse: Child;
  /** Whether the address contains a question. The title then says so. */
  readonly asked: boolean;
}

/** The page of a model: facts, licenses, permitted uses, lineage and openness. */
export function ModelPage({ model, rest, addresses, mayIUse, asked }: ModelPageProps) {
  const claims = model.claims?.nodes ?? [];
  const facts = entityPageFacts(model, addresses);
  return (
    <Layout
      addresses={addresses}
      {...facts}
      title={asked ? `May I use ${facts.title}` : facts.title}
    >
      <article>
        <EntityHead entity={model} sort={model.familyName ?? ''} addresses={addresses} />
        <Facts model={model} addresses={addresses} />
        <Licenses model={model} addresses={addresses} />
        {mayIUse}
        <Openness model={model} addresses={addresses} />
        <Lineage model={model} addresses={addresses} />
        <Section
          id="terms"
          title="What it is an example of"
          show={(model.exemplifies?.nodes.length ?? 0) > 0}
        >
          <Cards of={model.exemplifies?.nodes ?? []} addresses={addresses} />
        </Section>
        <Disagreements found={rest.disagreements?.nodes ?? []} />
        <Around entity={model} found={rest.neighborhood} addresses={addresses} />
        <AllClaims claims={claims} total={model.claims?.totalCount} />
        <EntityFoot entity={model} addresses={addresses} />
      </article>
    </Layout>
  );
}

function Facts({ model, addresses }: { model: Model; addresses: Addresses }) {
  const { releasedOn, architecture, totalParameters, activeParameters, contextTokens } = model;
  const developers = model.developers?.nodes ?? [];
  const rows: readonly (readonly [string, Child | null, readonly ClaimProperty[]])[] = [
    [
      'Developed by',
      developers.length > 0 ? <Links to={developers} addresses={addresses} /> : null,
      ['DEVELOPED_BY'],
    ],
    ['Released', releasedOn, ['RELEASED_ON']],
    ['Architecture', architecture && architectureWords[architecture], ['ARCHITECTURE']],
    ['Parameters', totalParameters && largeNumber(totalParameters), ['TOTAL_PARAMETERS']],
    ['Active per token', activeParameters && largeNumber(activeParameters), ['ACTIVE_PARAMETERS']],
    [
      'Context',
      contextTokens && `${contextTokens.toLocaleString('en-US')} tokens`,
      ['CONTEXT_TOKENS'],
    ],
    ['Input', modalities(model.inputModalities), ['INPUT_MODALITIES']],
    ['Output', modalities(model.outputModalities), ['OUTPUT_MODALITIES']],
    ['Availability', <Availability model={model} />, ['AVAILABILITY']],
    ['Address', model.url && <OutLink url={model.url} />, ['URL']],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value, of]) =>
        value === null ? null : (
          <>
            <dt>{name}</dt>
            <dd>
              {value} <WhoSaysSo claims={model.claims?.nodes ?? []} of={of} />
            </dd>
          </>
        ),
      )}
    </dl>
  );
}

function modalities(list: Model['inputModalities']): string | null {
  return list === null || list.length === 0
    ? null
    : list.map((modality) => modalityWords[modality]).join(', ');
}

function Availability({ model }: { model: Model }) {
  return (
    <ul class="plain">
      {(model.availability ?? []).map(({ artifact, availability, asOf }) => (
        <li>
          {artifactWords[artifact]}: {availabilityWords[availability]}
          {asOf !== null && <span class="cite"> (as of {asOf})</span>}
        </li>
      ))}
    </ul>
  );
}

function Licenses({ model, addresses }: { model: Model; addresses: Addresses }) {
  const rows = (model.licenses?.edges ?? []).flatMap(({ node, relations }) =>
    relations.map((relation) => ({ node, relation })),
  );
  const inherited = (model.effectiveLicenses ?? []).filter((each) => each.inheritedFrom !== null);
  return (
    <Section id="licenses" title="Licenses">
      {rows.length === 0 && <p>No license is recorded for it.</p>}
      {rows.length > 0 && (
        <DataTable columns={['For', 'License', 'When', 'Who says so']}>
          {rows.map(({ node, relation }) => (
            <tr>
              <th scope="row">
                {relation.artifact ? artifactWords[relation.artifact] : 'All of it'}
              </th>
              <td>
                <EntityLink to={node} addresses={addresses} />
                {relation.expression !== null && ` (${relation.expression})`}
                {relation.contested && <span class="badge open"> contested</span>}
              </td>
              <td>{period(relation.since, relation.until) || 'no dates given'}</td>
              <td>
                <Source source={relation.source} />
                {relation.asOf !== null && `, as of ${relation.asOf}`}
                {relation.rank !== 'NORMAL' && ` (${rankWords[relation.rank]})`}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {inherited.length > 0 && (
        <>
          <h3>Inherited from the models it was made from</h3>
          <ul>
            {inherited.map((each) => (
              <li>
                <EntityLink to={each.license} addresses={addresses} />,{' '}
                {artifactWords[each.artifact].toLowerCase()}: {each.explanation}
              </li>
            ))}
          </ul>
        </>
      )}
      <WhoSaysSo claims={model.claims?.nodes ?? []} of={['LICENSED_UNDER']} />
      {(model.effectiveLicenseNotes?.length ?? 0) > 0 && (
        <details>
          <summary>What is not known about its licenses</summary>
          <ul>
            {model.effectiveLicenseNotes?.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

const opennessOrder = Object.keys(opennessWords);

function Openness({ model, addresses }: { model: Model; addresses: Addresses }) {
  const verdicts = [...(model.openness ?? [])].sort(
    (one, other) => opennessOrder.indexOf(one.definition) - opennessOrder.indexOf(other.definition),
  );
  return (
    <Section id="openness" title="How open it is" show={verdicts.length > 0}>
      <p>“Open” means different things. By definition:</p>
      <dl class="facts">
        {verdicts.map(({ definition, verdict, reasons, missing, term }) => (
          <>
            <dt>
              {term === null ? (
                opennessWords[definition]
              ) : (
                <a href={addresses.of(term)}>{opennessWords[definition]}</a>
              )}
            </dt>
            <dd>
              <VerdictBadge verdict={verdict} />{' '}
              {reasons.length + missing.length > 0 && (
                <details class="claims">
                  <summary>why</summary>
                  <ul>
                    {reasons.map((reason) => (
                      <li>{reason}</li>
                    ))}
                  </ul>
                  {missing.length > 0 && <p>Missing: {missing.join(', ')}.</p>}
                </details>
              )}
            </dd>
          </>
        ))}
      </dl>
    </Section>
  );
}

function Lineage({ model, addresses }: { model: Model; addresses: Addresses }) {
  const steps = model.lineage ?? [];
  const derivatives = model.derivatives?.edges ?? [];
  const graph = pictureOfLineage(model, steps, model.descendants ?? []);
  return (
    <Section
      id="lineage"
      title="Where it comes from, and what was made from it"
      show={steps.length + derivatives.length > 0}
    >
      {graph.nodes.length > 2 && (
        <Picture
          graph={graph}
          id="lineage-picture"
          label={`Picture of what ${model.name} was made from, and what was made from it`}
          hidden={0}
          larger={null}
          addresses={addresses}
        />
      )}
      {steps.length > 0 && (
        <ol>
          {steps.map(({ model: older, parent: younger, relation }) => (
            <li>
              {/* A step leads from a model, its parent, to the model it was derived from. */}
              {younger && <EntityLink to={younger} addresses={addresses} />} is{' '}
              {relation?.method ? methodWords[relation.method] : 'derived'} from{' '}
              {older ? <EntityLink to={older} addresses={addresses} /> : 'a model not recorded'}
            </li>
          ))}
        </ol>
      )}
      {derivatives.length > 0 && (
        <>
          <h3>Made from it</h3>
          <ul>
            {derivatives.map(({ node, relation }) => (
              <li>
                <EntityLink to={node} addresses={addresses} />
                {relation.method !== null && `, ${methodWords[relation.method]}`}
              </li>
            ))}
          </ul>
          <Shown count={derivatives.length} of={model.derivatives?.totalCount} />
        </>
      )}
      <WhoSaysSo claims={model.claims?.nodes ?? []} of={['DERIVED_FROM']} />
    </Section>
  );
}
