import fc from 'fast-check';
import { allDerivations, type ClauseRecord } from '../../../src/ontology/clause.ts';
import type { DerivationMethod } from '../../../src/ontology/vocabulary.ts';
import type { CompiledLicense } from '../../../src/reasoning/licensing/license-terms.ts';
import type {
  LicenseEdge,
  LineageGraph,
  LineageModel,
} from '../../../src/reasoning/licensing/lineage-graph.ts';
import { licenseWith } from './generated.ts';

// Lineages generated for the laws.

const always = {
  duty: null,
  appliesWhen: [],
  exceptWhen: [],
  section: '1',
  activitiesVersion: 1,
  documentIndex: 0,
  evidence: 'PUBLISHER',
  sourceId: null,
  asOf: null,
} as const;

/** A clause that holds for everybody who runs or redistributes. */
export function rule(
  key: string,
  effect: ClauseRecord['effect'],
  bindsDerivatives: readonly DerivationMethod[],
): ClauseRecord {
  return {
    ...always,
    appliesWhen: [],
    exceptWhen: [],
    id: `Clause:made-up/${key}`,
    key,
    effect,
    activities: ['RUN', 'REDISTRIBUTE'],
    bindsDerivatives: [...bindsDerivatives],
    text: `Rule ${key}.`,
  };
}

/** A license that grants everything, also for all derivatives. */
export const open = licenseWith([rule('grant', 'PERMITS', allDerivations)], true, 'open');

/** A license that grants everything, with a ban that binds the given derivatives. */
export function banning(bindsDerivatives: readonly DerivationMethod[]): CompiledLicense {
  const clauses = [
    rule('grant', 'PERMITS', allDerivations),
    rule('ban', 'FORBIDS', bindsDerivatives),
  ];
  return licenseWith(clauses, true, 'banning');
}

export function licensed(licenseId: string, edge: Partial<LicenseEdge> = {}): LicenseEdge {
  return {
    relationId: `${licenseId} ${edge.expression ?? ''} ${edge.since ?? ''}`,
    licenseId,
    artifact: 'WEIGHTS',
    expression: null,
    since: null,
    until: null,
    evidence: 'PUBLISHER',
    ...edge,
  };
}

export function model(id: string, given: Partial<LineageModel> = {}): LineageModel {
  return {
    id,
    name: id,
    releasedOn: null,
    multimodal: false,
    developerIds: [],
    licenses: [licensed('License:open')],
    derivedFrom: [],
    ...given,
  };
}

export function from(parentId: string, method: DerivationMethod | null = 'FINETUNE') {
  return { relationId: `${parentId} ${method}`, parentId, method, evidence: 'PUBLISHER' } as const;
}

export function graphOf(
  models: readonly LineageModel[],
  licenses: readonly CompiledLicense[] = [open],
): LineageGraph {
  return {
    models: new Map(models.map((one) => [one.id, one])),
    licenses: new Map(licenses.map((license) => [license.terms.id, license])),
  };
}

export const methodArbitrary = fc.constantFrom(...allDerivations);

/**
 * Up to eight models with any derivations between them, also circles, diamonds and missing models.
 */
export const tangle: fc.Arbitrary<readonly LineageModel[]> = fc
  .array(
    fc.array(fc.tuple(fc.nat({ max: 8 }), fc.option(methodArbitrary, { freq: 8 })), {
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map((edges, index) =>
      model(`m${index}`, {
        licenses: [licensed(index === rows.length - 1 ? 'License:banning' : 'License:open')],
        derivedFrom: edges.map(([parent, method], at) => ({
          ...from(`m${parent}`, method),
          relationId: `m${index} ${at}`,
        })),
      }),
    ),
  );
