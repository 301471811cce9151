import type { AskGraph } from '../explorer/ask.ts';
import { entityReference } from '../explorer/entity-names.ts';
import { type Answer, listed } from './answer.ts';
import { addFacts } from './claims.ts';
import { describeLicense } from './describe-license.ts';
import { describeModel } from './describe-model.ts';
import { describeTerm } from './describe-term.ts';
import { type DataOf, foundOne } from './documents.ts';
import { headOf } from './entity-head.ts';
import type { Entity } from './find.ts';
import { modelRow } from './model-row.ts';

/** The description of an entity. */
export function describeEntity(ask: AskGraph, { kind, slug }: Entity): Promise<Answer> {
  switch (kind) {
    case 'TERM':
      return describeTerm(ask, slug);
    case 'MODEL':
      return describeModel(ask, slug);
    case 'LICENSE':
      return describeLicense(ask, slug);
    case 'ORGANIZATION':
      return describeOrganization(ask, slug);
    case 'TOOL':
      return describeTool(ask, slug);
  }
}

type Organization = Extract<
  NonNullable<DataOf<'organization'>['entity']>,
  { readonly slug: string }
>;
type ToolFacts = Extract<NonNullable<DataOf<'tool'>['entity']>, { readonly slug: string }>;

async function describeOrganization(ask: AskGraph, slug: string): Promise<Answer> {
  const ref = entityReference({ kind: 'ORGANIZATION', slug });
  const found = await foundOne(ask, 'organization', { ref }, ({ entity }) => entity);
  const organization = found as Organization;
  const answer = headOf(organization, 'organization');
  const { models, licenses, website } = organization;
  if (website !== null) answer.line(`Website: ${website}`);
  answer.section(`Models (${models?.totalCount ?? 0}, the newest first)`);
  for (const model of models?.nodes ?? []) answer.item(modelRow(model));
  answer.section('Licenses it maintains');
  const names = (licenses?.nodes ?? []).map(({ name }) => name);
  if (names.length > 0) answer.line(listed(names, licenses?.totalCount ?? undefined, 30));
  addFacts(answer, organization);
  return answer;
}

async function describeTool(ask: AskGraph, slug: string): Promise<Answer> {
  const ref = entityReference({ kind: 'TOOL', slug });
  const found = await foundOne(ask, 'tool', { ref }, ({ entity }) => entity);
  const tool = found as ToolFacts;
  const answer = headOf(tool, 'tool');
  if (tool.url !== null) answer.line(`Website: ${tool.url}`);
  answer.section(`For (${tool.terms?.totalCount ?? 0} terms)`);
  for (const { name, summary } of tool.terms?.nodes ?? []) answer.item(`${name}: ${summary ?? ''}`);
  addFacts(answer, tool);
  return answer;
}
