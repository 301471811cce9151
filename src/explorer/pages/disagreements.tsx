import type { Addresses } from '../addresses.ts';
import type { EntityKind } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import { Layout } from '../layout.tsx';
import { EntityLink } from '../parts/basics.tsx';
import { DisagreementSides, subjectOf } from '../parts/disagreements.tsx';
import { Problems, Select } from '../parts/fields.tsx';
import { counted, kindPlurals } from '../words.ts';

interface DisagreementsPageProps {
  readonly list: DataOf<'disagreements'>['disagreements'];
  readonly kind: EntityKind | null;
  readonly settled: 'no' | 'yes' | null;
  readonly first: boolean;
  readonly problems: readonly string[];
  readonly addresses: Addresses;
}

/** Disagreements between sources, the most serious first. */
export function DisagreementsPage(props: DisagreementsPageProps) {
  const { list, kind, settled, first, problems, addresses } = props;
  const here = addresses.path('/disagreements');
  const query = new URLSearchParams({
    ...(kind !== null && { kind }),
    ...(settled !== null && { settled }),
  });
  const next = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  const more = new URLSearchParams([...query, ['after', next ?? '']]);
  return (
    <Layout
      addresses={addresses}
      title="Where sources disagree · Glossgraph"
      description="Where sources contradict each other: every side, and what depends on it."
      canonical={query.size === 0 && first ? here : null}
    >
      <h1>Where sources disagree</h1>
      <p class="lead">Every side is kept with its source, the most consequential first.</p>
      <Problems problems={problems} />
      <form method="get" action={here}>
        <div class="pair fields">
          <Select id="of-kind" name="kind" label="About" chosen={kind ?? ''} first="everything">
            {Object.entries(kindPlurals).map(([value, word]) => [value, word.toLowerCase()])}
          </Select>
          <Select
            id="settled"
            name="settled"
            label="Is it settled?"
            chosen={settled ?? ''}
            first="either way"
          >
            {[
              ['no', 'not settled'],
              ['yes', 'the evidence settles it'],
            ]}
          </Select>
        </div>
        <button type="submit">Show</button>
      </form>
      {list !== null && (
        <p class="note">{counted(list.totalCount ?? list.nodes.length, 'disagreement')}</p>
      )}
      {list?.nodes.map((each) => (
        <section>
          <h2>
            {each.subject !== null && <EntityLink to={each.subject} addresses={addresses} />}
            {each.subject !== null && ': '}
            {subjectOf(each.property, each.artifact).toLowerCase()}
          </h2>
          <DisagreementSides of={each} />
        </section>
      ))}
      <p class="inline">
        {!first && <a href={`${here}?${query}`}>From the beginning</a>}
        {next !== null && <a href={`${here}?${more}`}>More</a>}
      </p>
    </Layout>
  );
}
