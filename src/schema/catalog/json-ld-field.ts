import type { MaybePromise } from '../../base/maybe-promise.ts';
import { allThen, andThen } from '../../base/promises.ts';
import { bestOutward } from '../../loaders/best-outward.ts';
import { type EdgePlan, edgePlan, planSelection } from '../../loaders/plan.ts';
import { kinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EdgePage, EdgeSpec, EntityPart } from '../../store/reads.ts';
import {
  type JsonLdSource,
  jsonLd,
  jsonLdProperties,
  jsonLdPropertiesOf,
  type Mentioned,
  type ModelLinks,
  mentionProperties,
} from '../../vocab/json-ld.ts';
import type { GraphContext } from '../context.ts';
import { needing, type PlanContext } from '../fields/field-needs.ts';
import { entityUri } from '../uri.ts';

/** More licenses or developers than any model has. */
const maxLinks = 50;

interface LinkPlans {
  readonly today: string;
  readonly licenses: EdgePlan;
  readonly developers: EdgePlan;
}

let latest: LinkPlans | undefined;

/** Returns the same object for the same day, so that plans get their keys once. */
function linkPlans({ today }: PlanContext): LinkPlans {
  if (latest?.today === today) return latest;
  latest = {
    today,
    licenses: linksTo({ types: ['LICENSED_UNDER'], artifact: 'WEIGHTS', on: today }),
    developers: linksTo({ types: ['DEVELOPED_BY'] }),
  };
  return latest;
}

function linksTo(edges: Pick<EdgeSpec, 'types'> & Partial<EdgeSpec>): EdgePlan {
  return edgePlan(
    {
      ...bestOutward,
      ...edges,
      facts: false,
      order: { property: 'sort', descending: false },
      window: { limit: maxLinks, after: null, before: null, backward: false, peek: false },
    },
    planSelection(mentionProperties),
  );
}

const mayBeModels: ReadonlySet<string> = new Set([kinds.MODEL.typeName, 'Entity']);

/** The extensions and resolver of the field with the schema.org description of an entity. */
export const jsonLdField = {
  extensions: needing({
    reads: jsonLdProperties,
    pages: (type, context) => {
      if (!mayBeModels.has(type)) return [];
      const { licenses, developers } = linkPlans(context);
      return [licenses, developers];
    },
  }),
  resolve(entity: EntityPart, _args: object, context: GraphContext) {
    const found = allThen([describedBy(entity, context), linksOf(entity, context)]);
    return andThen(found, ([described, links]) =>
      described === null
        ? null
        : jsonLd(described as unknown as JsonLdSource, entityUri(entity, context), links),
    );
  },
};

function describedBy(entity: EntityPart, context: GraphContext): MaybePromise<EntityPart | null> {
  const wanted = jsonLdPropertiesOf(entity.kind);
  return wanted.every((property) => entity[property] !== undefined)
    ? entity
    : context.loaders.entity(entity.id, planSelection(wanted));
}

/** Both pages are requested in the same tick, so that they share a statement. */
function linksOf({ id, kind }: EntityPart, context: GraphContext): MaybePromise<ModelLinks | null> {
  if (kind !== ('MODEL' satisfies EntityKind)) return null;
  const plans = linkPlans(context);
  const pages = allThen([
    context.loaders.edges(id, plans.licenses),
    context.loaders.edges(id, plans.developers),
  ]);
  return andThen(pages, ([licenses, developers]) => ({
    licenses: mentioned(licenses, context),
    developers: mentioned(developers, context),
  }));
}

/** Each neighbor once, since a license may bind in several ways. */
function mentioned({ rows }: EdgePage, context: GraphContext): Mentioned[] {
  const entities = new Map(rows.map(({ neighbor: { entity } }) => [entity.id, entity]));
  return [...entities.values()].map(
    (entity) => ({ ...entity, uri: entityUri(entity, context) }) as unknown as Mentioned,
  );
}
