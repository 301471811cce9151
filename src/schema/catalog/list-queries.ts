import type { TermKind } from '../../ontology/vocabulary.ts';
import type { Condition } from '../../store/list-condition.ts';
import { builder } from '../builder.ts';
import { TermKindRef } from '../enums.ts';
import {
  LicenseConnection,
  ModelConnection,
  OrganizationConnection,
  TermConnection,
  ToolConnection,
} from '../fields/connections.ts';
import type { EdgesArguments } from '../fields/edges-field.ts';
import { allOf, linkedTo, oneOf, textContains } from '../fields/filter-conditions.ts';
import type { NamingFields } from '../fields/filter-names.ts';
import { listField } from '../fields/list-field.ts';
import { LicenseOrderInput, ModelOrderInput, TermOrderInput } from '../fields/orders.ts';
import { pageArguments } from '../fields/paging.ts';
import {
  type ModelFilterArgument,
  ModelFilterInput,
  modelCondition,
  modelFilterNames,
} from './model-filter.ts';

interface TermsArguments extends EdgesArguments {
  readonly filter?:
    | {
        readonly text?: string | null | undefined;
        readonly termKinds?: readonly TermKind[] | null | undefined;
      }
    | null
    | undefined;
}

interface LicensesArguments extends EdgesArguments {
  readonly filter?: LicenseFilter | null | undefined;
}

interface LicenseFilter {
  readonly text?: string | null | undefined;
  readonly osiApproved?: boolean | null | undefined;
  readonly classes?: readonly string[] | null | undefined;
  readonly stewards?: readonly string[] | null | undefined;
}

const licenseFilterNames: NamingFields<keyof LicenseFilter> = {
  classes: { kind: 'TERM' },
  stewards: { kind: 'ORGANIZATION' },
};

const TermFilterInput = builder.inputType('TermFilter', {
  description:
    'Conditions on terms. All conditions that are given must hold. An empty list is an error: leave it out instead.',
  fields: (t) => ({
    text: t.string({
      description: 'The name, slug or an alias contains this text. Case is ignored.',
    }),
    termKinds: t.field({ type: [TermKindRef], description: 'Of one of these kinds of idea.' }),
  }),
});

const LicenseFilterInput = builder.inputType('LicenseFilter', {
  description:
    'Conditions on licenses. All conditions that are given must hold. An empty list is an error: leave it out instead. A name that was not found gives the error NOT_FOUND, with suggestions.',
  fields: (t) => ({
    text: t.string({
      description: 'The name, slug or an alias contains this text. Case is ignored.',
    }),
    osiApproved: t.boolean({ description: 'Approved by the Open Source Initiative, or not.' }),
    classes: t.stringList({
      description: 'Of one of these classes (slugs of terms, also former ones).',
    }),
    stewards: t.stringList({
      description: 'Stewarded by one of these organizations (slugs, also former ones).',
    }),
  }),
});

function licenseCondition({ filter }: LicensesArguments): Condition | null {
  const approved = filter?.osiApproved;
  return allOf([
    textContains('filter.text', filter?.text),
    oneOf('filter.osiApproved', 'osiApproved', approved == null ? null : [approved]),
    linkedTo('filter.classes', [{ type: 'CLASSIFIED_AS', direction: 'OUT' }], filter?.classes),
    linkedTo('filter.stewards', [{ type: 'STEWARDED_BY', direction: 'OUT' }], filter?.stewards),
  ]);
}

builder.queryField('terms', (t) =>
  t.field({
    type: TermConnection,
    nullable: true,
    description: 'All terms.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: TermFilterInput, description: 'Only terms that meet all conditions.' }),
      orderBy: t.arg({ type: TermOrderInput, description: 'The order. Default: by name.' }),
    },
    resolve: listField('TERM', ({ filter }: TermsArguments) =>
      allOf([
        textContains('filter.text', filter?.text),
        oneOf('filter.termKinds', 'termKind', filter?.termKinds),
      ]),
    ),
  }),
);

builder.queryField('models', (t) =>
  t.field({
    type: ModelConnection,
    nullable: true,
    description: 'All models.',
    args: {
      ...pageArguments,
      filter: t.arg({
        type: ModelFilterInput,
        description: 'Only models that meet all conditions.',
      }),
      orderBy: t.arg({ type: ModelOrderInput, description: 'The order. Default: by name.' }),
    },
    resolve: listField(
      'MODEL',
      ({ filter }: ModelFilterArgument) => modelCondition(filter),
      modelFilterNames,
    ),
  }),
);

builder.queryField('licenses', (t) =>
  t.field({
    type: LicenseConnection,
    nullable: true,
    description: 'All licenses.',
    args: {
      ...pageArguments,
      filter: t.arg({
        type: LicenseFilterInput,
        description: 'Only licenses that meet all conditions.',
      }),
      orderBy: t.arg({ type: LicenseOrderInput, description: 'The order. Default: by name.' }),
    },
    resolve: listField('LICENSE', licenseCondition, licenseFilterNames),
  }),
);

builder.queryField('organizations', (t) =>
  t.field({
    type: OrganizationConnection,
    nullable: true,
    description: 'All organizations, by name.',
    args: { ...pageArguments },
    resolve: listField('ORGANIZATION'),
  }),
);

builder.queryField('tools', (t) =>
  t.field({
    type: ToolConnection,
    nullable: true,
    description: 'All tools, by name.',
    args: { ...pageArguments },
    resolve: listField('TOOL'),
  }),
);
