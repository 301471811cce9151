import type { Addresses } from '../addresses.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { Cards, EntityLink, Section } from '../parts/basics.tsx';
import { subjectOf } from '../parts/disagreements.tsx';
import { counted, kindWords, valueInWords } from '../words.ts';

const about =
  'What AI terms mean, which models are examples of them, and what their licenses allow. Every statement names its source.';

/** Example names, each a link to a search. */
const examples = ['open weights', 'mixture of experts', 'Llama 4', 'MIT', 'RAG'];

const doors = [
  ['/models', 'Choose a model', 'By size, license, openness and what it can do.'],
  ['/may-i-use', 'May I use it?', 'Say what you want to do: the clauses answer.'],
  ['/compare', 'Compare models', 'Up to five side by side.'],
  ['/topics', 'Terms by topic', 'Techniques, metrics, standards, laws and more.'],
  ['/path', 'How two things are linked', 'The shortest way between any two, in words.'],
  ['/disagreements', 'Where sources disagree', 'Every side, and what depends on it.'],
] as const;

/** The home page. */
export function HomePage({ found, addresses }: { found: DataOf<'home'>; addresses: Addresses }) {
  const { graph, terms, models, disagreements } = found;
  return (
    <Layout
      addresses={addresses}
      title="Glossgraph: AI terms, models and licenses"
      description={about}
      canonical={addresses.path('/')}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: 'Glossgraph',
        url: addresses.absolute(addresses.path('/')),
        description: about,
      }}
    >
      <h1>AI terms, models and licenses</h1>
      <p class="lead">{about}</p>
      <p class="inline">
        <span>Try</span>
        {examples.map((text) => (
          <a href={`${addresses.path('/search')}?q=${encodeURIComponent(text)}`}>{text}</a>
        ))}
      </p>
      <ul class="cards">
        {doors.map(([path, name, says]) => (
          <li>
            <a href={addresses.path(path)}>{name}</a>
            <p>{says}</p>
          </li>
        ))}
      </ul>
      {graph !== null && (
        <p class="inline">
          <span>A to Z</span>
          {graph.entities
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => (
              <a href={addresses.aToZ(kind)}>{counted(count, kindWords[kind].toLowerCase())}</a>
            ))}
        </p>
      )}
      <Section id="models" title="Latest models" show={(models?.nodes.length ?? 0) > 0}>
        <Cards of={models?.nodes ?? []} addresses={addresses} />
      </Section>
      <Section
        id="disagreements"
        title="Where sources disagree"
        show={(disagreements?.nodes.length ?? 0) > 0}
      >
        <ul>
          {disagreements?.nodes.map(({ subject, property, artifact, claims }) => (
            <li>
              {subject !== null && <EntityLink to={subject} addresses={addresses} />},{' '}
              {subjectOf(property, artifact).toLowerCase()}:{' '}
              {claims
                ?.map(
                  (claim) =>
                    `${valueInWords(property, claim.valueText)} (${claim.source?.title ?? ''})`,
                )
                .join(' or ')}
            </li>
          ))}
        </ul>
        <p>
          <a href={addresses.path('/disagreements')}>
            All {disagreements?.totalCount ?? ''} disagreements
          </a>
        </p>
      </Section>
      <Section id="terms" title="Terms" show={(terms?.nodes.length ?? 0) > 0}>
        <ul class="columns">
          {terms?.nodes.map((term) => (
            <li>
              <EntityLink to={term} addresses={addresses} />
            </li>
          ))}
        </ul>
        <p>
          <a href={addresses.list('TERM')}>All {terms?.totalCount ?? ''} terms, A to Z</a>
        </p>
      </Section>
      {graph !== null && (
        <p class="note">
          {counted(graph.claims, 'statement')} by {counted(graph.sources, 'source')}
          {graph.changedAt !== null && `, last changed ${graph.changedAt.slice(0, 10)}`}.
        </p>
      )}
    </Layout>
  );
}
