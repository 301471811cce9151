import type { Addresses } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import { EntityLink } from '../parts/basics.tsx';
import type { Changed, Recent } from '../recent-changes.ts';
import { kindWords } from '../words.ts';

/** Recently changed entities, grouped by change. */
export function ChangesPage({ recent, addresses }: { recent: Recent; addresses: Addresses }) {
  const groups = new Map<number, Changed[]>();
  for (const entity of recent.entities) {
    groups.set(entity.revision, [...(groups.get(entity.revision) ?? []), entity]);
  }
  const { total } = recent;
  const count = recent.entities.length;
  return (
    <Layout
      addresses={addresses}
      title="What changed lately · Glossgraph"
      description="Terms, models and licenses that changed last, with the day."
      canonical={addresses.path('/changes')}
    >
      <h1>What changed lately</h1>
      {[...groups].map(([revision, entities]) => {
        const at = entities[0]?.updatedAt ?? '';
        return (
          <section aria-labelledby={`change-${revision}`}>
            <h2 id={`change-${revision}`}>
              <time datetime={at}>
                {at.slice(0, 10)}, {at.slice(11, 16)} UTC
              </time>
            </h2>
            <ul class="columns">
              {entities.map((entity) => (
                <li>
                  <EntityLink to={entity} addresses={addresses} />{' '}
                  <span class="note">{kindWords[entity.kind].toLowerCase()}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {count > 0 && count < total && (
        <p class="note">
          The last {count} of {total} are shown.
        </p>
      )}
    </Layout>
  );
}
