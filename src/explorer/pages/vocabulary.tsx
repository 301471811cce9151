import { type OwnTerm, ownTerms } from '../../vocab/rdf/own-terms.ts';
import type { Addresses } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import type { RdfDocuments } from '../rdf-documents.ts';

interface VocabularyProps {
  readonly addresses: Addresses;
  readonly dumps: RdfDocuments['dumps'];
}

const headings = [
  ['class', 'Classes'],
  ['property', 'Properties'],
  ['value', 'Values'],
] as const satisfies readonly (readonly [OwnTerm['type'], string])[];

/** Every term of our own vocabulary, at its own address, and the dumps of the whole graph. */
export function VocabularyPage({ addresses, dumps }: VocabularyProps) {
  const terms = ownTerms();
  const path = addresses.path('/vocab');
  return (
    <Layout
      addresses={addresses}
      title="Vocabulary and dumps · Glossgraph"
      description="The RDF terms of this graph that no other vocabulary has, and dumps of the whole graph."
      canonical={path}
      alternates={[{ type: 'text/turtle', path: `${path}.ttl` }]}
    >
      <h1>Vocabulary and dumps</h1>
      <p class="lead">
        Every address here answers in Turtle too, in the terms of SKOS, schema.org, SPDX and PROV.
        Below are our own terms, for what those vocabularies lack.
      </p>
      <h2>The whole graph</h2>
      <ul>
        {dumps.map((dump) => (
          <li>
            <a href={addresses.path(dump.path)}>{dump.name}</a>
          </li>
        ))}
        <li>
          <a href={addresses.path('/.well-known/void')}>What it holds</a>, in VoID and DCAT
        </li>
        <li>
          <a href={`${path}.ttl`}>This vocabulary</a>, in Turtle
        </li>
      </ul>
      {headings.map(([type, heading]) => (
        <section>
          <h2>{heading}</h2>
          <dl class="facts">
            {terms
              .filter((term) => term.type === type)
              .map((term) => (
                <>
                  <dt id={term.name}>
                    <code>{term.name}</code>
                  </dt>
                  <dd>
                    {term.description}
                    {term.of.length > 0 && ` (${term.of.join(', ')})`}
                  </dd>
                </>
              ))}
          </dl>
        </section>
      ))}
    </Layout>
  );
}
