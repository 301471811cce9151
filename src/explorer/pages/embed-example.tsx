import type { Addresses } from '../addresses.ts';
import { Layout } from '../layout.tsx';

/** An example of another site's page: a text inside the element that marks the terms. */
export function EmbedExamplePage({ addresses }: { addresses: Addresses }) {
  const script = addresses.absolute(addresses.path('/embed.js'));
  return (
    <Layout
      addresses={addresses}
      title="Cards on your own pages · Glossgraph"
      description="An element that marks the AI terms in a text and shows a card for each."
      canonical={addresses.path('/examples/embed')}
    >
      <h1>Cards on your own pages</h1>
      <p class="lead">Point at a marked word, or reach it with Tab. Escape closes the card.</p>
      <glossgraph-glossary>
        <p>
          Phi-4 and DeepSeek-R1 come with open weights under the MIT License. Mixture of experts
          keeps the active parameters of a large language model few, and quantization makes it fit
          on smaller machines. Retrieval-augmented generation gives it what it was not trained on.
        </p>
        <p>
          Without JavaScript, or where the glossary cannot be reached, the text stays what it is.
        </p>
      </glossgraph-glossary>
      <h2>How it is done</h2>
      <pre tabindex={0}>
        <code>{`<script type="module" src="${script}"></script>

<glossgraph-glossary>
  Phi-4 comes with open weights.
</glossgraph-glossary>`}</code>
      </pre>
      <script type="module" src={addresses.path('/embed.js')} />
    </Layout>
  );
}
