import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ActivityVersions } from '../../../src/ontology/activity-versions.ts';
import { clauseRecords, zSeedClauses } from '../../../src/ontology/clause-seed.ts';
import { entityId } from '../../../src/ontology/ids.ts';
import { type UseInput, zUse } from '../../../src/ontology/use.ts';
import type { Artifact, Evidence, Modality } from '../../../src/ontology/vocabulary.ts';
import { type Period, periodsOverlap } from '../../../src/reasoning/claims/period.ts';
import {
  type CompiledLicense,
  compileLicense,
  type LicenseTerms,
} from '../../../src/reasoning/licensing/license-terms.ts';
import type { LineageGraph, LineageModel } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { isMultimodal } from '../../../src/reasoning/licensing/subject.ts';
import { type UseProfile, useProfile } from '../../../src/reasoning/licensing/use-profile.ts';
import { modelVerdict } from './model-verdict.ts';

// The parts of the real seeds that reasoning needs.

interface Entry {
  readonly to?: string;
  readonly source?: string;
  readonly evidence?: Evidence;
  readonly rank?: string;
  readonly artifact?: Artifact;
  readonly expression?: string;
  readonly since?: string;
  readonly until?: string;
  readonly method?: 'FINETUNE' | 'QUANTIZED' | 'ADAPTER' | 'MERGE' | 'DISTILLED';
  readonly value?: unknown;
}

interface File {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly cite?: { readonly source: string; readonly evidence?: Evidence; readonly asOf?: string };
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly identifiers?: readonly { readonly value: string }[];
  readonly documents?: LicenseTerms['documents'];
  readonly activitiesVersion?: number;
  readonly clauses?: unknown;
  readonly clausesComplete?: boolean;
  readonly relations?: Readonly<Record<string, readonly (string | Entry)[]>>;
}

const folder = join(import.meta.dirname, '../../../seeds');

export function readFiles(kind: 'licenses' | 'models'): readonly File[] {
  return readdirSync(join(folder, kind)).map(
    (name) => parse(readFileSync(join(folder, kind, name), 'utf8')) as File,
  );
}

/** The value of a fact: the plain value, or the best of its claims. */
function factOf(file: File, key: string): unknown {
  const written = file.facts?.[key];
  if (!Array.isArray(written) || typeof written[0] !== 'object') return written ?? null;
  const claims = (written as Entry[]).filter(({ rank }) => rank !== 'DEPRECATED');
  return (claims.find(({ rank }) => rank === 'PREFERRED') ?? claims[0])?.value ?? null;
}

function periodOf({ since, until }: Pick<Entry, 'since' | 'until'>): Period {
  return { since: since ?? null, until: until ?? null };
}

/** The best relations of a type. Preferred ones hide others of the same artifact and period. */
function relationsOf(file: File, type: string) {
  const entries = (file.relations?.[type] ?? [])
    .map((entry): Entry => (typeof entry === 'string' ? { to: entry } : entry))
    .map((entry) => ({
      ...entry,
      evidence: (entry.source === undefined ? file.cite?.evidence : entry.evidence) ?? null,
    }))
    .filter(({ rank, evidence }) => rank !== 'DEPRECATED' && evidence !== 'MEMORY');
  return entries.filter(
    (entry) =>
      entry.rank === 'PREFERRED' ||
      !entries.some(
        (other) =>
          other.rank === 'PREFERRED' &&
          other.artifact === entry.artifact &&
          periodsOverlap(periodOf(other), periodOf(entry)),
      ),
  );
}

function termsOf(file: File, versions?: ActivityVersions): LicenseTerms {
  const id = entityId('LICENSE', file.id);
  const documents = (file.documents ?? []).map((document) => ({
    ...document,
    publishedOn: document.publishedOn === undefined ? null : String(document.publishedOn),
  }));
  const cite = {
    sourceId: file.cite === undefined ? null : `Source:${file.cite.source}`,
    evidence: file.cite?.evidence ?? null,
    asOf: file.cite?.asOf === undefined ? null : String(file.cite.asOf),
  };
  const spdxId = factOf(file, 'spdxId');
  return {
    id,
    slug: file.slug,
    name: file.name,
    spdxId: typeof spdxId === 'string' ? spdxId : null,
    identifiers: file.identifiers ?? [],
    osiApproved: factOf(file, 'osiApproved') as boolean | null,
    documents,
    clauses: clauseRecords(
      zSeedClauses.parse(file.clauses ?? []),
      { licenseId: id, activitiesVersion: file.activitiesVersion ?? null, documents, cite },
      versions,
    ),
    clausesComplete: file.clausesComplete === true,
  };
}

function modelOf(file: File): LineageModel {
  const released = factOf(file, 'releasedOn');
  return {
    id: entityId('MODEL', file.id),
    name: file.name,
    releasedOn: released === null ? null : String(released),
    multimodal: isMultimodal(
      factOf(file, 'inputModalities') as Modality[] | null,
      factOf(file, 'outputModalities') as Modality[] | null,
    ),
    developerIds: relationsOf(file, 'DEVELOPED_BY').map(({ to }) => `Organization:${to}`),
    licenses: relationsOf(file, 'LICENSED_UNDER').map((entry, index) => ({
      relationId: `${file.id} license ${index}`,
      licenseId: entityId('LICENSE', entry.to ?? ''),
      artifact: entry.artifact ?? null,
      expression: entry.expression ?? null,
      since: entry.since === undefined ? null : String(entry.since),
      until: entry.until === undefined ? null : String(entry.until),
      evidence: entry.evidence,
    })),
    derivedFrom: relationsOf(file, 'DERIVED_FROM').map((entry, index) => ({
      relationId: `${file.id} origin ${index}`,
      parentId: entityId('MODEL', entry.to ?? ''),
      method: entry.method ?? null,
      evidence: entry.evidence,
    })),
  };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]) {
  return new Map(items.map((item) => [item.id, item]));
}

const licenses: ReadonlyMap<string, CompiledLicense> = new Map(
  readFiles('licenses').map((file) => {
    const terms = termsOf(file);
    return [terms.id, compileLicense(terms)];
  }),
);

export const seedGraph: LineageGraph = { models: byId(readFiles('models').map(modelOf)), licenses };

export const today = '2026-11-23';

export function profileOf(input: UseInput, day = today): UseProfile {
  return useProfile(zUse.parse(input), day);
}

/** The licenses of the seeds, read and judged with another vocabulary of activities. */
export function licensesWith(versions: ActivityVersions): readonly CompiledLicense[] {
  return readFiles('licenses').map((file) => compileLicense(termsOf(file, versions), versions));
}

/** The verdict on a model of the seeds. */
export function askModel(slug: string, input: UseInput) {
  return modelVerdict(seedGraph, entityId('MODEL', slug), profileOf(input));
}

export function licenseOf(slug: string): CompiledLicense {
  const license = licenses.get(entityId('LICENSE', slug));
  if (license === undefined) throw new Error(`no license ${slug} in the seeds`);
  return license;
}
