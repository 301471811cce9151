import type { EntityHead } from '../../src/exchange/statement.ts';
import {
  allDerivations,
  type ClauseCondition,
  type ClauseRecord,
  emptyCondition,
} from '../../src/ontology/clause.ts';
import { valuesOf } from '../../src/ontology/enumeration.ts';
import { ActivityEnum } from '../../src/ontology/use-vocabulary.ts';

/** So many of the licenses were read; of the others nothing is known but their names. */
const readLicenses = 12;
const users: ClauseCondition = {
  ...emptyCondition,
  threshold: {
    ...{ metric: 'MONTHLY_ACTIVE_USERS', comparison: 'ABOVE', value: 700_000_000 },
    ...{ currency: null, window: 'CALENDAR_MONTH', measuredAt: 'MODEL_RELEASE', scope: 'GROUP' },
  },
};
const inEurope: ClauseCondition = {
  ...emptyCondition,
  multimodal: true,
  territory: { codes: ['EU'], inside: true, test: 'PRINCIPAL_PLACE_OF_BUSINESS' },
};
const commercial: ClauseCondition = { ...emptyCondition, commercial: true };
const rival: ClauseCondition = { ...emptyCondition, competesWithLicensor: true };
const made = ['FINETUNE', 'QUANTIZED', 'ADAPTER', 'MERGE'] as const;

type Rule = Pick<ClauseRecord, 'effect'> & Partial<ClauseRecord>;
const grant: Rule = { effect: 'PERMITS', bindsDerivatives: [...allDerivations] };
const credit: Rule = {
  effect: 'REQUIRES',
  duty: { kind: 'ATTRIBUTE', name: null, beforeUse: false },
  activities: ['OFFER_PRODUCT', 'REDISTRIBUTE'],
};
const named: Rule = {
  effect: 'REQUIRES',
  duty: { kind: 'NAME_PREFIX', name: 'Hub', beforeUse: false },
  bindsDerivatives: [...allDerivations],
};

/** Sorts of licenses that hubs have: permissive, to be credited, for small users, for research. */
const sorts: readonly (readonly Rule[])[] = [
  [grant, { ...credit, bindsDerivatives: [...made] }],
  [grant, credit],
  [
    grant,
    named,
    { effect: 'NEEDS_SEPARATE_LICENSE', appliesWhen: [users], bindsDerivatives: [...made] },
    { effect: 'WITHHOLDS_GRANT', appliesWhen: [inEurope], bindsDerivatives: [...made] },
  ],
  [grant, { effect: 'FORBIDS', appliesWhen: [commercial], bindsDerivatives: [...allDerivations] }],
  [grant, credit, { effect: 'FORBIDS', appliesWhen: [rival], bindsDerivatives: ['FINETUNE'] }],
];

/** What stands in the n-th license of a hub. */
export function hubLicense(n: number): EntityHead['own'] {
  const isRead = n < readLicenses;
  const rules = isRead ? (sorts[n % sorts.length] ?? []) : [];
  const isDated = isRead && n % sorts.length === 2;
  return {
    identifiers: [],
    documents: isDated
      ? [{ kind: 'AGREEMENT', title: 'Agreement', url: null, publishedOn: '2023-07-18' }]
      : [],
    clauses: rules.map((rule, at) => ({
      ...{ id: `Clause:hub-license-${n}/${at}`, key: String(at), duty: null },
      activities: [...valuesOf(ActivityEnum)],
      ...{ activitiesVersion: 1, appliesWhen: [], exceptWhen: [], bindsDerivatives: [] },
      ...{ text: `Rule ${at}.`, section: null, documentIndex: isDated ? 0 : null },
      ...{ evidence: 'COPY', sourceId: null, asOf: null },
      ...rule,
    })),
    clausesComplete: isRead,
  };
}
