import type { Addresses } from '../addresses.ts';
import { type ChooseQuestion, chooseQuery } from '../choose-question.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { ChooseForm } from '../parts/choose-form.tsx';
import { Problems } from '../parts/fields.tsx';
import { ModelsTable } from '../parts/models-table.tsx';
import { counted } from '../words.ts';

interface ChoosePageProps {
  readonly question: ChooseQuestion;
  /** Null where the list did not load. */
  readonly models: NonNullable<DataOf<'choose'>['models']> | null;
  readonly problems: readonly string[];
  /** Whether this is the first page of the list. */
  readonly first: boolean;
  readonly addresses: Addresses;
}

/** The model chooser: the form on the left, matching models on the right. */
export function ChoosePage({ question, models, problems, first, addresses }: ChoosePageProps) {
  const path = addresses.list('MODEL');
  const asked = chooseQuery(question.typed);
  const next = models?.pageInfo.hasNextPage ? models.pageInfo.endCursor : null;
  const more = new URLSearchParams(asked);
  if (next !== null) more.set('after', next);
  const nodes = models?.nodes ?? [];
  return (
    <Layout
      addresses={addresses}
      title="Choose a model · Glossgraph"
      description="AI models by size, license, openness, developer, input and output."
      canonical={asked.size === 0 && first ? path : null}
      wide
    >
      <h1>Choose a model</h1>
      <Problems problems={problems} />
      <p class="narrow-only">
        <a href="#choose">Narrow the list</a>
      </p>
      <div class="beside">
        {models !== null && (
          <ChooseForm question={question} facets={models.facets} addresses={addresses} />
        )}
        <section aria-label="Models">
          <p class="note inline">
            <span role="status">{counted(models?.totalCount ?? nodes.length, 'model')}</span>
            {asked.size > 0 && <a href={path}>Begin anew</a>}
            <a href={addresses.aToZ('MODEL')}>All models, A to Z</a>
            <a href={addresses.path('/may-i-use')}>Which of them may I use?</a>
          </p>
          {nodes.length === 0 ? (
            <p class="lead">No model has all of this. Ask for less.</p>
          ) : (
            <form method="get" action={addresses.path('/compare')}>
              <ModelsTable models={nodes} total={null} choosable addresses={addresses} />
              <p class="inline">
                <button type="submit">Compare the chosen ones</button>
                <span class="note">Up to five.</span>
              </p>
            </form>
          )}
          <p class="inline">
            {!first && <a href={`${path}?${asked}`}>From the beginning</a>}
            {next !== null && <a href={`${path}?${more}`}>More models</a>}
          </p>
        </section>
      </div>
    </Layout>
  );
}
