import type { Addresses, Linked } from '../addresses.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { Around } from '../parts/around.tsx';
import {
  Cards,
  EntityLink,
  Links,
  OutLink,
  Paragraphs,
  Section,
  Shown,
  Source,
} from '../parts/basics.tsx';
import { AllClaims, WhoSaysSo } from '../parts/claims.tsx';
import { Disagreements } from '../parts/disagreements.tsx';
import { EntityFoot, EntityHead, entityPageFacts } from '../parts/entity-head.tsx';
import { ModelsTable } from '../parts/models-table.tsx';
import { termKindWords } from '../words.ts';

type Term = NonNullable<DataOf<'term'>['term']>;

/** The page of a term: its definition first, then its relations. */
export function TermPage(props: { term: Term; rest: DataOf<'term'>; addresses: Addresses }) {
  const { term, rest, addresses } = props;
  const claims = term.claims?.nodes ?? [];
  return (
    <Layout addresses={addresses} {...entityPageFacts(term, addresses)}>
      <article>
        <EntityHead entity={term} sort={termKindWords[term.termKind]} addresses={addresses} />
        <Section id="definition" title="Definition" show={term.definition !== null}>
          <Paragraphs text={term.definition ?? ''} />
          <WhoSaysSo claims={claims} of={['DEFINITION']} />
        </Section>
        <Section id="meaning" title="What it means" show={term.explanation !== null}>
          <Paragraphs text={term.explanation ?? ''} />
          <WhoSaysSo claims={claims} of={['EXPLANATION']} />
        </Section>
        <Section id="why" title="Why it matters" show={term.whyItMatters !== null}>
          <Paragraphs text={term.whyItMatters ?? ''} />
          <WhoSaysSo claims={claims} of={['WHY_IT_MATTERS']} />
        </Section>
        <Tools term={term} addresses={addresses} />
        <Questions term={term} />
        <RelatedTerms term={term} addresses={addresses} />
        <Section
          id="models"
          title="Models that are examples"
          show={(term.examples?.nodes.length ?? 0) > 0}
        >
          <ModelsTable
            models={term.examples?.nodes ?? []}
            total={term.examples?.totalCount}
            addresses={addresses}
          />
        </Section>
        <Section
          id="licenses"
          title="Licenses of this class"
          show={(term.licenses?.nodes.length ?? 0) > 0}
        >
          <Cards of={term.licenses?.nodes ?? []} addresses={addresses} />
          <Shown count={term.licenses?.nodes.length ?? 0} of={term.licenses?.totalCount} />
        </Section>
        <Disagreements found={rest.disagreements?.nodes ?? []} />
        <ReadFirst term={term} addresses={addresses} />
        <Around entity={term} found={rest.neighborhood} addresses={addresses} />
        <AllClaims claims={claims} total={term.claims?.totalCount} />
        <EntityFoot entity={term} addresses={addresses} />
      </article>
    </Layout>
  );
}

function Tools({ term, addresses }: { term: Term; addresses: Addresses }) {
  const tools = term.tools?.nodes ?? [];
  const free = tools.every((tool) => tool.free === true);
  return (
    <Section
      id="tools"
      title={free ? 'Related free tools' : 'Related tools'}
      show={tools.length > 0}
    >
      <ul class="cards">
        {tools.map((tool) => (
          <li>
            <EntityLink to={tool} addresses={addresses} />
            {!free && tool.free === true && ' (free)'}
            {tool.summary !== null && <p>{tool.summary}</p>}
            {tool.url !== null && (
              <p>
                <OutLink url={tool.url}>{shortAddress(tool.url)}</OutLink>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Shown count={tools.length} of={term.tools?.totalCount} />
    </Section>
  );
}

/** An address without its scheme, "www." and trailing slash. */
function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

function Questions({ term }: { term: Term }) {
  const faqs = term.faqs ?? [];
  return (
    <Section id="questions" title="Frequently asked questions" show={faqs.length > 0}>
      {faqs.map(({ question, answer, asOf, stale, source }) => (
        <>
          <h3>{question}</h3>
          <Paragraphs text={answer} />
          <p class="cite">
            <Source source={source} />
            {asOf !== null && `, as of ${asOf}`}
            {stale === true && '. This answer is more than six months old.'}
          </p>
        </>
      ))}
    </Section>
  );
}

function RelatedTerms({ term, addresses }: { term: Term; addresses: Addresses }) {
  const related = term.related?.nodes ?? [];
  const rows: readonly (readonly [string, readonly Linked[]])[] = [
    ['Broader', term.broader?.nodes ?? []],
    ['Narrower', term.narrower?.nodes ?? []],
    ['Part of', term.partOf?.nodes ?? []],
    ['Has parts', term.parts?.nodes ?? []],
    ['In contrast with', term.contrastsWith?.nodes ?? []],
  ];
  const known = rows.filter(([, terms]) => terms.length > 0);
  return (
    <Section id="related" title="Related terms" show={related.length + known.length > 0}>
      <Cards of={related} addresses={addresses} />
      <Shown count={related.length} of={term.related?.totalCount} />
      {known.length > 0 && (
        <dl class="facts">
          {known.map(([relation, terms]) => (
            <>
              <dt>{relation}</dt>
              <dd>
                <Links to={terms} addresses={addresses} />
              </dd>
            </>
          ))}
        </dl>
      )}
    </Section>
  );
}

function ReadFirst({ term, addresses }: { term: Term; addresses: Addresses }) {
  const steps = (term.prerequisites ?? []).flatMap((step) => step.term ?? []);
  return (
    <Section id="first" title="What to read first" show={steps.length > 0}>
      <ol>
        {steps.map((step) => (
          <li>
            <EntityLink to={step} addresses={addresses} />
            {step.summary !== null && <span class="note"> {step.summary}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
