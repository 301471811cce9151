import type { GraphQLFormattedError } from 'graphql';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { kindOf } from '../../ontology/kinds.ts';
import type { Addresses, Linked } from '../addresses.ts';
import { guessesFor, notFound, sendPage } from '../answers.tsx';
import { type AskGraph, askFor, dataIn, UnansweredError } from '../ask.ts';
import type { EntityKind } from '../documents/types.ts';
import { inFieldNames } from '../form.ts';
import { NotLoaded } from '../layout.tsx';
import { type Form, formFor, splitSuffix } from '../negotiation.ts';
import type { PageApp, PageContext } from '../page-app.ts';
import { LicensePage } from '../pages/license.tsx';
import { ModelPage } from '../pages/model.tsx';
import { type Organization, OrganizationPage } from '../pages/organization.tsx';
import { TermPage } from '../pages/term.tsx';
import { type Tool, ToolPage } from '../pages/tool.tsx';
import { alternatesOf, type EntityFacts, jsonLdOf } from '../parts/entity-head.tsx';
import { MayIUse } from '../parts/may-i-use.tsx';
import type { RdfDocuments } from '../rdf-documents.ts';
import { readUseQuestion, useFields } from '../use-question.ts';
import { notReleased } from '../use-words.ts';
import { sendTurtle } from './rdf-routes.tsx';

interface Shown {
  readonly page: JSX.Element;
  /** Problems with the query in the address. */
  readonly problems?: readonly string[];
}

/** The entity that was found, with its page. */
interface Answer {
  readonly entity: EntityFacts;
  readonly page: (query: URLSearchParams) => Shown | Promise<Shown>;
  /** Errors of the parts that did not load. */
  readonly errors: readonly GraphQLFormattedError[];
}

type Look = (slug: string, ask: AskGraph, addresses: Addresses) => Promise<Answer | null>;

/** How to load an entity of each kind, and its page. */
const looks: Readonly<Record<EntityKind, Look>> = {
  async TERM(slug, ask, addresses) {
    const found = await askFor(ask, 'term', { slug });
    const { errors } = found;
    const rest = dataIn(found);
    const term = rest?.term ?? null;
    if (rest === null || term === null) return null;
    const page = () => ({ page: <TermPage {...{ term, rest, addresses }} /> });
    return { entity: term, page, errors };
  },
  async MODEL(slug, ask, addresses) {
    const found = await askFor(ask, 'model', { slug });
    const { errors } = found;
    const rest = dataIn(found);
    const model = rest?.model ?? null;
    if (rest === null || model === null) return null;
    const page = async (query: URLSearchParams) => {
      const question = readUseQuestion(query);
      const { use } = question;
      const answer = use && (await askFor(ask, 'may-i-use', { slug: model.slug, use }));
      const problems = [
        ...question.problems,
        ...(answer?.errors ?? []).map((error) => inFieldNames(error, useFields)),
      ];
      const verdict = answer?.data?.model?.useVerdict ?? null;
      const remark = use && notReleased(model, use.artifact);
      const mayIUse = <MayIUse {...{ model, question, verdict, remark, problems, addresses }} />;
      const { asked } = question;
      return { page: <ModelPage {...{ model, rest, addresses, mayIUse, asked }} />, problems };
    };
    return { entity: model, page, errors };
  },
  async LICENSE(slug, ask, addresses) {
    const found = await askFor(ask, 'license', { slug });
    const { errors } = found;
    const rest = dataIn(found);
    const license = rest?.license ?? null;
    if (rest === null || license === null) return null;
    const page = () => ({ page: <LicensePage {...{ license, rest, addresses }} /> });
    return { entity: license, page, errors };
  },
  async ORGANIZATION(slug, ask, addresses) {
    const found = await askFor(ask, 'organization', { slug });
    const { errors } = found;
    const rest = dataIn(found);
    const organization = rest?.organization ?? null;
    if (rest === null || organization === null || !isFound<Organization>(organization)) return null;
    const page = () => ({ page: <OrganizationPage {...{ organization, rest, addresses }} /> });
    return { entity: organization, page, errors };
  },
  async TOOL(slug, ask, addresses) {
    const found = await askFor(ask, 'tool', { slug });
    const { errors } = found;
    const rest = dataIn(found);
    const tool = rest?.tool ?? null;
    if (rest === null || tool === null || !isFound<Tool>(tool)) return null;
    const page = () => ({ page: <ToolPage {...{ tool, rest, addresses }} /> });
    return { entity: tool, page, errors };
  },
};

/** The pages of entities, for example /terms/open-weights, also as Turtle, JSON-LD and JSON. */
export function addEntityRoutes(app: PageApp, addresses: Addresses, rdf: RdfDocuments): void {
  for (const [kind, look] of Object.entries(looks) as [EntityKind, Look][]) {
    app.get(`/${kindOf(kind).folder}/:slug`, async (c) => {
      const asked = splitSuffix(c.req.param('slug'));
      const form = asked.form ?? formFor(c);
      if (form === 'ttl') {
        const found = await rdf.entity(kind, asked.slug, c.req.raw.signal);
        if (found === null) return unknown();
        const redirect = sendHead(c, { kind, slug: found.slug }, asked.slug, addresses);
        return redirect ?? sendTurtle(c, found.turtle);
      }
      const found = await look(asked.slug, c.env.ask, addresses);
      return found === null ? unknown() : send(c, found, { ...asked, form }, addresses);

      async function unknown() {
        const words = asked.slug.replaceAll('-', ' ');
        return notFound(c, addresses, words, await guessesFor(c.env.ask, words, kind));
      }
    });
  }
}

/** Sets the headers of an entity's page in any form. Returns a redirect where its slug is another now. */
function sendHead(
  c: PageContext,
  entity: Pick<Linked, 'kind' | 'slug'>,
  asked: string,
  addresses: Addresses,
): Response | null {
  const path = addresses.of(entity);
  if (asked !== entity.slug) {
    const { form } = splitSuffix(c.req.param('slug') ?? '');
    const suffix = form === null ? '' : `.${form}`;
    return c.redirect(`${path}${suffix}${new URL(c.req.url).search}`, 308);
  }
  const canonical = `<${addresses.absolute(path)}>; rel="canonical"`;
  const others = alternatesOf(path).map(
    (other) => `<${other.path}>; rel="alternate"; type="${other.type}"`,
  );
  c.header('link', [canonical, ...others].join(', '));
  c.header('vary', 'accept');
  c.header('cache-control', 'no-cache');
  return null;
}

async function send(
  c: PageContext,
  { entity, page, errors }: Answer,
  asked: { readonly slug: string; readonly form: Exclude<Form, 'ttl'> },
  addresses: Addresses,
): Promise<Response> {
  const redirect = sendHead(c, entity, asked.slug, addresses);
  if (redirect !== null) return redirect;
  const { searchParams } = new URL(c.req.url);
  switch (asked.form) {
    case 'html': {
      const shown = await page(searchParams);
      return sendPage(
        c,
        <NotLoaded.Provider value={errors.map(({ message }) => message)}>
          {shown.page}
        </NotLoaded.Provider>,
        shown.problems?.length ? 400 : 200,
      );
    }
    case 'jsonld':
      c.header('content-type', 'application/ld+json; charset=utf-8');
      return c.body(JSON.stringify(jsonLdOf(entity, addresses)));
    case 'json':
      // A part that did not load is null, which must not look like "none".
      if (errors.length > 0) throw new UnansweredError(errors);
      return c.json(entity);
  }
}

/** Whether the entity is of the expected kind. For any other kind nothing was selected. */
function isFound<Entity extends object>(entity: Entity | object): entity is Entity {
  return 'slug' in entity;
}
