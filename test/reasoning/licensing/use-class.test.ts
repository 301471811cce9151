import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDerivations, emptyCondition } from '../../../src/ontology/clause.ts';
import { ClauseEffectEnum } from '../../../src/ontology/clause-vocabulary.ts';
import { valuesOf } from '../../../src/ontology/enumeration.ts';
import { isJudgedAnew } from '../../../src/ontology/judged-facts.ts';
import { spanOf } from '../../../src/ontology/partial-date.ts';
import { ALLOWED, NOT_ALLOWED } from '../../../src/reasoning/licensing/answer-order.ts';
import { bindingAnswer } from '../../../src/reasoning/licensing/binding-answer.ts';
import {
  ClassJudge,
  ClassReader,
  factsOf,
  licensesNamedBy,
  type ReadClass,
} from '../../../src/reasoning/licensing/judge-class.ts';
import {
  compileLicense,
  type LicenseTerms,
} from '../../../src/reasoning/licensing/license-terms.ts';
import type { LineageGraph, LineageModel } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { modelBinding, unfollowedBinding } from '../../../src/reasoning/licensing/model-binding.ts';
import { type Licensor, useClassOf } from '../../../src/reasoning/licensing/use-class.ts';
import { type UseProfile, useProfile } from '../../../src/reasoning/licensing/use-profile.ts';
import { useVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';
import { aLineageGraph, aUse } from './class-arbitraries.ts';
import { clausesArbitrary, licenseWith } from './generated.ts';
import { banning, from, graphOf, licensed, model, open, rule } from './lineages.ts';
import { profileOf, seedGraph } from './seed-graph.ts';

/** The classes of the models, in their order, as a store gives them back. */
function kept(graph: LineageGraph, isFollowed = true): readonly ReadClass[] {
  const classes = [...graph.models.keys()].map((id) => useClassOf(graph, id, isFollowed));
  const reader = new ClassReader();
  return classes.map(({ useClass }) => reader.read(JSON.stringify(useClass)));
}

/** The places of the rivals of a use among the licensors of a model, as a store gives them back. */
function placesOf(licensors: readonly Licensor[], { use }: UseProfile): string {
  const found = licensors.filter(([id]) => use.competesWith?.includes(id));
  return [...new Set(found.map(([, place]) => place))].sort().join(',');
}

function isReleased({ releasedOn }: LineageModel, day: string): boolean {
  return releasedOn === null || spanOf(releasedOn).first <= day;
}

/** The answer by the class, and what is missing, beside those of the model by itself. */
function compare(graph: LineageGraph, profile: UseProfile, isFollowed: boolean) {
  const classes = kept(graph, isFollowed);
  const judge = new ClassJudge(graph.licenses, profile);
  const { artifact } = profile.use;
  for (const [at, of] of [...graph.models.values()].entries()) {
    const { binding } = isFollowed
      ? modelBinding(graph, of.id, artifact, profile.day)
      : unfollowedBinding(graph, of.id, artifact, profile.day, 'too long');
    const released = isReleased(of, profile.day);
    const known = classes[at];
    if (known === undefined) throw new Error(`${of.id} has no class`);
    const places = placesOf(useClassOf(graph, of.id, isFollowed).licensors, profile);
    const facts = [...useVerdict(binding, profile).missing].sort();
    const { answer, missing } = judge.judge(known, released, places);
    expect([answer, [...factsOf(missing)].sort()]).toEqual([
      bindingAnswer(binding, profile),
      facts,
    ]);
  }
}

describe('the class of a model', () => {
  it('has the answer of the model to every use, and lacks the same facts', () => {
    fc.assert(
      fc.property(aLineageGraph, aUse, fc.boolean(), (graph, { use, day }, isFollowed) => {
        compare(graph, useProfile(use, day), isFollowed);
      }),
      { numRuns: 1000 },
    );
  });

  it('has it for every model of the seeds', () => {
    fc.assert(
      fc.property(aUse, ({ use, day }) => compare(seedGraph, useProfile(use, day), true)),
      { numRuns: 30 },
    );
  });

  it('names all licenses by which it is judged', () => {
    const licenses = ['x', 'y'].map((slug) =>
      licenseWith([rule('ban', 'FORBIDS', [])], true, slug),
    );
    const models = [
      model('a', { derivedFrom: [from('b')], licenses: [licensed('License:x')] }),
      model('b', { licenses: [licensed('License:y'), licensed('License:x')] }),
    ];
    const graph = graphOf(models, licenses);
    expect([...licensesNamedBy(kept(graph))].sort()).toEqual(['License:x', 'License:y']);
  });

  const classesOf = (graph: LineageGraph, ...slugs: readonly string[]) =>
    new Set(slugs.map((slug) => JSON.stringify(useClassOf(graph, slug, true).useClass)));

  it('distinguishes unread licenses only within an expression', () => {
    const under = (slug: string, ...edges: Parameters<typeof licensed>[]) =>
      model(slug, { licenses: edges.map((edge) => licensed(...edge)) });
    const either = { expression: 'x OR y' };
    const graph = graphOf([
      under('a', ['License:x']),
      under('b', ['License:y']),
      under('c', ['License:x'], ['License:y']),
      under('d', ['License:x', either], ['License:y', either]),
      under('e', ['License:x', either], ['License:z', either]),
    ]);
    expect(classesOf(graph, 'a', 'b').size).toBe(1);
    expect(classesOf(graph, 'a', 'c', 'd', 'e').size).toBe(4);
  });

  it('tells derivations apart by the clauses that follow them', () => {
    const children = allDerivations.map((method) =>
      model(method, { derivedFrom: [from('base', method)] }),
    );
    const base = model('base', { licenses: [licensed('License:banning')] });
    const graph = graphOf([base, ...children], [open, banning(['FINETUNE', 'QUANTIZED'])]);
    expect(classesOf(graph, 'FINETUNE', 'QUANTIZED').size).toBe(1);
    expect(classesOf(graph, 'MERGE', 'DISTILLED', 'ADAPTER').size).toBe(1);
    expect(classesOf(graph, ...allDerivations).size).toBe(2);
  });

  it('is the same for models that differ in what no license asks for', () => {
    const base = model('base', { developerIds: ['Organization:base'], multimodal: true });
    const children = ['2024-01-01', '2025', null].map((releasedOn, at) =>
      model(`child-${at}`, {
        ...{ releasedOn, derivedFrom: [from('base')], multimodal: at === 0 },
        developerIds: [`Organization:${at}`],
      }),
    );
    const graph = graphOf([base, ...children]);
    const classes = classesOf(graph, ...children.map(({ id }) => id));
    expect(classes.size).toBe(1);
    expect(classes).not.toContain(JSON.stringify(useClassOf(graph, base.id, true).useClass));
  });

  it('stays when a license changes in what does not decide on classes', () => {
    const changes = fc.record({
      clauses: clausesArbitrary,
      effects: fc.constantFrom(...valuesOf(ClauseEffectEnum)),
      isCompleted: fc.boolean(),
      publishedOn: fc.option(fc.constantFrom('2024', '2024-06-15')),
      isOther: fc.boolean(),
    });
    let kept = 0;
    fc.assert(
      fc.property(aLineageGraph, changes, (graph, given) => {
        const [license] = graph.licenses.values();
        if (license === undefined) return;
        const { terms } = license;
        const after: LicenseTerms = given.isOther
          ? {
              ...terms,
              clauses: given.clauses,
              clausesComplete: given.isCompleted,
              documents: [{ kind: 'AGREEMENT', title: '', publishedOn: given.publishedOn }],
            }
          : {
              ...terms,
              // Other conditions, texts and effects in another order.
              clauses: terms.clauses.toReversed().map((clause) => ({
                ...clause,
                ...{ effect: given.effects, text: 'Another text.', activities: ['RUN'] },
                exceptWhen: [...clause.exceptWhen, { ...emptyCondition, commercial: true }],
              })),
            };
        const isAnew = isJudgedAnew('LICENSE', { ...terms }, { ...after });
        if (!given.isOther) expect(isAnew).toBe(false);
        if (isAnew) return;
        kept += 1;
        const licenses = new Map(graph.licenses).set(terms.id, compileLicense(after));
        for (const id of graph.models.keys()) {
          expect(useClassOf({ ...graph, licenses }, id, true)).toEqual(useClassOf(graph, id, true));
        }
      }),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  describe('with a license that rivals of the licensor may not use', () => {
    const forbidding = (competesWithLicensor: boolean) => {
      const appliesWhen = [{ ...emptyCondition, competesWithLicensor }];
      const ban = { ...rule('ban', 'FORBIDS', allDerivations), appliesWhen };
      return licenseWith([rule('grant', 'PERMITS', allDerivations), ban], true, 'guarded');
    };
    const guarded = forbidding(true);
    const under = { licenses: [licensed('License:guarded')] };
    const by = (...slugs: readonly string[]) => ({
      developerIds: slugs.map((slug) => `Organization:${slug}`),
    });
    const uses = [null, [], ['a'], ['b'], ['a', 'b'], ['other']].map((slugs) =>
      profileOf({
        activities: ['RUN'],
        competesWith: slugs?.map((slug) => `Organization:${slug}`),
      }),
    );

    it('is one for all organizations, and is divided by rivals among them', () => {
      const models = ['a', 'b', 'c', 'd'].map((slug) => model(slug, { ...under, ...by(slug) }));
      const unknown = model('unknown', under);
      const graph = graphOf([...models, unknown], [guarded]);
      expect(classesOf(graph, 'a', 'b', 'c', 'd').size).toBe(1);
      expect(classesOf(graph, 'a', 'unknown').size).toBe(2);
      for (const profile of uses) compare(graph, profile, true);
      const judge = new ClassJudge(
        graph.licenses,
        profileOf({
          ...{ activities: ['RUN'], competesWith: ['Organization:a'] },
        }),
      );
      const [of] = kept(graph);
      if (of === undefined) throw new Error('no class');
      const answers = ['0.0.1', ''].map((places) => judge.judge(of, true, places).answer);
      expect(answers).toEqual([NOT_ALLOWED, ALLOWED]);
    });

    it('is judged by all models it was made from, of which one may be that of a rival', () => {
      const bases = [
        model('first', { ...under, ...by('a') }),
        model('second', { ...under, ...by('b') }),
        model('third', { ...under, ...by('a', 'b') }),
      ];
      const child = (slug: string, ...parents: readonly string[]) =>
        model(slug, { derivedFrom: parents.map((parent) => from(parent)) });
      const children = [
        child('of-one', 'first'),
        child('of-other', 'second'),
        child('of-two', 'first', 'second'),
        child('of-all', 'first', 'second', 'third'),
      ];
      const graph = graphOf([...bases, ...children], [open, guarded]);
      expect(classesOf(graph, ...children.map(({ id }) => id)).size).toBe(1);
      const places = children.map(({ id }) =>
        uses.map((profile) => placesOf(useClassOf(graph, id, true).licensors, profile)),
      );
      expect(places).toEqual([
        ['', '', '1.0.1', '', '1.0.1', ''],
        ['', '', '', '1.0.1', '1.0.1', ''],
        ['', '', '1.0.2', '1.1.2', '1.0.2,1.1.2', ''],
        ['', '', '1.0.3,1.1.3', '1.0.3,1.2.3', '1.0.3,1.1.3,1.2.3', ''],
      ]);
      // With the opposite ban, the base of another maker decides.
      for (const license of [guarded, forbidding(false)]) {
        const judged = graphOf([...bases, ...children], [open, license]);
        for (const profile of uses) compare(judged, profile, true);
      }
    });
  });
});
