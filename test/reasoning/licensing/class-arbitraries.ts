import fc from 'fast-check';
import { allDerivations } from '../../../src/ontology/clause.ts';
import { valuesOf } from '../../../src/ontology/enumeration.ts';
import type { Use } from '../../../src/ontology/use.ts';
import { ArtifactEnum } from '../../../src/ontology/vocabulary.ts';
import {
  type CompiledLicense,
  compileLicense,
} from '../../../src/reasoning/licensing/license-terms.ts';
import type {
  LicenseEdge,
  LineageGraph,
  LineageModel,
} from '../../../src/reasoning/licensing/lineage-graph.ts';
import { clausesArbitrary, knownUse, withheldKeys, withhold } from './generated.ts';
import { graphOf, model } from './lineages.ts';

// Graphs in which everything that decides on a use differs, from few values, so that models share it.

const dates = ['2023', '2024-03', '2024-06-15', '2025-01-01'] as const;
const developers = ['Organization:licensor', 'Organization:other', 'Organization:third'];
const slugs = ['one', 'two', 'three'];
const expressions = [null, 'one OR two', 'one AND two', 'one AND (two OR three)', '('] as const;
const date = fc.option(fc.constantFrom(...dates));

function license(slug: string): fc.Arbitrary<CompiledLicense> {
  return fc
    .record({ clauses: clausesArbitrary, complete: fc.boolean(), publishedOn: date })
    .map(({ clauses, complete, publishedOn }) =>
      compileLicense({
        ...{ id: `License:${slug}`, slug, name: slug, spdxId: null, identifiers: [] },
        osiApproved: null,
        documents: [{ kind: 'AGREEMENT', title: 'Agreement', publishedOn }],
        clauses: clauses.map((clause) => ({ ...clause, id: `Clause:${slug}/${clause.key}` })),
        clausesComplete: complete,
      }),
    );
}

const edge: fc.Arbitrary<Omit<LicenseEdge, 'relationId'>> = fc.record({
  // The last is not recorded.
  licenseId: fc.constantFrom(...[...slugs, 'gone'].map((slug) => `License:${slug}`)),
  artifact: fc.option(fc.constantFrom(...valuesOf(ArtifactEnum).slice(0, 2))),
  expression: fc.constantFrom(...expressions),
  since: date,
  until: date,
  evidence: fc.constantFrom('PUBLISHER', 'COPY', null),
});

const most = 6;

function aModel(index: number): fc.Arbitrary<LineageModel> {
  return fc
    .record({
      releasedOn: date,
      multimodal: fc.option(fc.boolean()),
      developerIds: fc.subarray(developers),
      licenses: fc.array(edge, { maxLength: 3 }),
      // One more than there are, and itself: missing ones and circles.
      parents: fc.array(
        fc.tuple(fc.nat({ max: most }), fc.option(fc.constantFrom(...allDerivations))),
        { maxLength: 2 },
      ),
      order: fc.nat({ max: 9 }),
    })
    .map(({ licenses, parents, order, ...given }) =>
      model(`Model:m${index}`, {
        ...given,
        licenses: licenses.map((each, at) => ({
          ...each,
          relationId: `${(at + order) % 5} ${index}`,
        })),
        derivedFrom: parents.map(([parent, method], at) => ({
          ...{ relationId: `${index} ${at}`, parentId: `Model:m${parent}`, method, evidence: null },
        })),
      }),
    );
}

/** Models with any derivations among them, and three licenses with any clauses. */
export const aLineageGraph: fc.Arbitrary<LineageGraph> = fc
  .tuple(
    fc.integer({ min: 1, max: most }).chain((count) => {
      return fc.tuple(...Array.from({ length: count }, (_, index) => aModel(index)));
    }),
    fc.tuple(...slugs.map(license)),
  )
  .map(([models, licenses]) => graphOf(models, licenses));

/** A use of some artifact on some day, of which not everything is known. */
export const aUse: fc.Arbitrary<{ readonly use: Use; readonly day: string }> = fc
  .record({
    known: knownUse,
    withheld: fc.subarray([...withheldKeys]),
    artifact: fc.constantFrom(...valuesOf(ArtifactEnum).slice(0, 2)),
    day: fc.constantFrom('2022-12-31', '2024-03-15', '2024-06-14', '2024-06-15', '2026-11-23'),
    isGiven: fc.boolean(),
  })
  .map(({ known, withheld, artifact, day, isGiven }) => {
    const use = { ...withhold(known, withheld), artifact, obtainedOn: isGiven ? day : null };
    return { use, day };
  });
