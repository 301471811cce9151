import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Quad } from 'n3';
import { Parser } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { iriOf } from '../../../src/vocab/rdf/names.ts';
import { integrityProblems } from '../../../src/vocab/skos/integrity.ts';
import { aWorld } from '../../support/arbitraries.ts';
import { change } from '../../support/records.ts';
import { seedDataset, seededStore } from '../../support/seeds.ts';
import { base, exported, indexOf, jsonLdQuads, linesOf, storeOf, turtleQuads } from './read-rdf.ts';

let store: GraphStore;
let quads: Quad[];

beforeAll(async () => {
  store = await seededStore();
  quads = turtleQuads(await exported(store, 'turtle'));
});
afterAll(() => store.close());

/** The objects of what is said of a node. */
function said(node: string, predicate: string): readonly string[] {
  return quads
    .filter(({ subject, predicate: { value } }) => subject.value === node && value === predicate)
    .map(({ object }) => object.value);
}

describe('the export of the seeds', () => {
  it('says the same in Turtle, in N-Triples and in JSON-LD, each thing once', async () => {
    const lines = linesOf(quads);
    expect(new Set(lines).size).toBe(lines.length);
    expect(linesOf(turtleQuads(await exported(store, 'ntriples')))).toEqual(lines);
    const document = JSON.parse(await exported(store, 'jsonld')) as object;
    expect(linesOf(await jsonLdQuads(document))).toEqual(lines);
  });

  it('is what its shapes say', { timeout: 300_000 }, async () => {
    const text = readFileSync(new URL('shapes.ttl', import.meta.url), 'utf8');
    const shapes = storeOf(new Parser().parse(text));
    const report = await new SHACLValidator(shapes).validate(storeOf(quads));
    const results = report.results.map(({ focusNode, path, message }) => [
      ...[focusNode?.value, path?.value, message.map(({ value }) => value).join(' ')],
    ]);
    expect(results.slice(0, 20)).toEqual([]);
    // The shapes say something: without its source a claim is refused.
    const without = quads.filter(
      ({ subject, predicate }) =>
        !(subject.value.includes('#claim-') && predicate.value === iriOf('prov:wasDerivedFrom')),
    );
    const some = storeOf(without.filter(({ subject }) => subject.value.includes('/tools/')));
    expect((await new SHACLValidator(shapes).validate(some)).conforms).toBe(false);
  });

  it('meets the integrity conditions of SKOS', () => {
    expect(integrityProblems(indexOf(quads))).toEqual([]);
  });

  it('has every entity, source and claim, and no blank nodes', async () => {
    const { entities, sources, claims } = await seedDataset();
    const typed = (name: string) => {
      const type = `${base}/vocab#${name}`;
      return quads.filter(
        ({ predicate, object }) => predicate.value === iriOf('rdf:type') && object.value === type,
      ).length;
    };
    const kinds = ['Term', 'Model', 'License', 'Organization', 'Tool'].map(typed);
    expect(kinds.reduce((sum, count) => sum + count)).toBe(entities.length);
    expect([typed('Source'), typed('Claim')]).toEqual([sources.length, claims.length]);
    const blank = quads.filter(({ subject, object }) =>
      [subject.termType, object.termType].includes('BlankNode'),
    );
    expect(blank).toEqual([]);
  });

  it('says of a term what SKOS has words for', () => {
    const term = `${base}/terms/open-weights`;
    expect(said(term, iriOf('skos:prefLabel'))).toEqual(['Open weights']);
    expect(said(term, iriOf('skos:altLabel'))).toContain('open-weight model');
    expect(said(term, iriOf('skos:inScheme'))).toEqual([`${base}/terms`]);
    const [broader = ''] = said(term, iriOf('skos:broader'));
    expect(broader).toBe(`${base}/terms/model-release`);
    expect(said(broader, iriOf('skos:narrower'))).toContain(term);
    for (const related of said(term, iriOf('skos:related'))) {
      expect(said(related, iriOf('skos:related'))).toContain(term);
    }
    const tops = said(`${base}/terms`, iriOf('skos:hasTopConcept'));
    expect(tops).not.toContain(term);
    for (const top of tops) expect(said(top, iriOf('skos:broader'))).toEqual([]);
  });

  it('has for each claim its source, date, evidence, rank and notation', () => {
    const about = `${base}/models/kimi-k2`;
    const claims = quads
      .filter(({ predicate, object }) => {
        return predicate.value === `${base}/vocab#about` && object.value === about;
      })
      .map(({ subject }) => subject.value);
    const own = (name: string) => `${base}/vocab#${name}`;
    const stated = claims.filter((claim) => {
      return said(claim, own('predicate'))[0] === own('contextTokens');
    });
    const shown = stated.map((claim) =>
      ['value', 'writtenAs', 'rank', 'evidence', 'asOf'].map((name) => said(claim, own(name))[0]),
    );
    expect(shown).toEqual([
      ['131072', '128K', own('Rank-PREFERRED'), own('Evidence-PUBLISHER'), '2025-07'],
      ['1000000', '1M', own('Rank-DEPRECATED'), own('Evidence-SECONDARY'), '2026'],
    ]);
    const sources = stated.flatMap((claim) => said(claim, iriOf('prov:wasDerivedFrom')));
    expect(sources).toEqual([
      `${base}/sources/moonshotai-kimi-k2`,
      `${base}/sources/page-open-weights`,
    ]);
  });

  it('is records of JSON as well, a line each', async () => {
    const lines = (await exported(store, 'ndjson')).trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const { relations } = await seedDataset();
    const ofType = (type: string) => records.filter((record) => record.type === type);
    expect(ofType('Relation')).toHaveLength(relations.length);
    const mit = ofType('License').find(({ slug }) => slug === 'mit');
    expect(mit).toMatchObject({ uri: `${base}/licenses/mit`, spdxId: 'MIT', osiApproved: true });
    expect(Object.keys(mit ?? {})).not.toContain('sort');
  });
});

describe('every graph', () => {
  it('is the same in each format', async () => {
    await fc.assert(
      fc.asyncProperty(aWorld, async (world) => {
        const own = createEmbeddedStore({ file: ':memory:' });
        await own.open();
        try {
          await own.write(change(world));
          const turtle = linesOf(turtleQuads(await exported(own, 'turtle')));
          expect(linesOf(turtleQuads(await exported(own, 'ntriples')))).toEqual(turtle);
          const document = JSON.parse(await exported(own, 'jsonld')) as object;
          expect(linesOf(await jsonLdQuads(document))).toEqual(turtle);
          expect(new Set(turtle).size).toBe(turtle.length);
        } finally {
          await own.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
