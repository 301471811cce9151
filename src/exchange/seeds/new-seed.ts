import { stringify } from 'yaml';
import { type SeedKind, seedFileSchemas, seedFolderOf } from '../../ontology/seed-files.ts';
import { slugMaxLength, slugPattern } from '../../ontology/slug.ts';
import { type EntityKind, type Evidence, TermKindEnum } from '../../ontology/vocabulary.ts';
import { describeIssue } from '../json-text.ts';
import { unwritten } from './unwritten.ts';

/** The given facts about a new entity. Missing ones are left to be written in the file. */
interface NewEntity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly id: string | null;
  readonly summary: string | null;
  /** For a term only. */
  readonly definition: string | null;
  readonly termKind: string | null;
  /** The id of the source. */
  readonly source: string;
  /** How the source was read, if known. */
  readonly evidence: Evidence | null;
  /** Today. */
  readonly asOf: string;
}

/** A seed file to write. */
export interface NewFile {
  /** The path in the folder of seeds, "terms/data-moat.yaml". */
  readonly path: string;
  readonly text: string;
}

type NewFileReading =
  | { readonly ok: true; readonly file: NewFile }
  | { readonly ok: false; readonly message: string };

/** The slug made from a name. Empty if the name has no Latin letters or digits. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9.+]+/g, '-').slice(0, slugMaxLength);
  return slug.replace(/^[.+-]+|[.+-]+$/g, '');
}

const comments: Readonly<Record<EntityKind, string>> = {
  TERM: `# termKind is one of ${Object.keys(TermKindEnum.values).slice(0, 8).join(', ')},
# ${Object.keys(TermKindEnum.values).slice(8).join(', ')}.
# Relations lead to other files, by slug; take away what you do not need:
# relations:
#   BROADER: [what-it-is-a-kind-of]
#   RELATED_TO: [what-it-goes-with]
# aliases: [Another name]
`,
  MODEL: `# What is known of it, and where it came from; take away what you do not need:
# url: https://huggingface.co/owner/name
# facts:
#   releasedOn: 2026-01-31
#   availability: [{ artifact: WEIGHTS, value: OPEN }]
# relations:
#   LICENSED_UNDER: [{ to: mit, artifact: WEIGHTS }]
#   DERIVED_FROM: [{ to: slug-of-its-base, method: FINETUNE }]
`,
  LICENSE: `# Its texts and its rules; as long as clausesComplete is not true, nothing counts as allowed:
# documents: [{ kind: AGREEMENT, title: Its title, url: https://example.org/license }]
`,
  ORGANIZATION: '# website: https://example.org\n',
  TOOL: '# url: https://example.org\n# free: true\n',
};

/** The file of a new entity, which passes the check, or the problems with the given facts. */
export function newSeedFile(given: NewEntity): NewFileReading {
  const { kind, name, source, asOf } = given;
  const id = given.id ?? slugOf(name);
  if (!slugPattern.test(id) || id.length > slugMaxLength) {
    const message = `expected an id of lower-case letters and digits, joined by ".", "+" or "-"; say one with --id`;
    return {
      ok: false,
      message: given.id === null ? `"${name}" suggests no id: ${message}` : message,
    };
  }
  const term =
    kind === 'TERM'
      ? {
          termKind: given.termKind ?? 'CONCEPT',
          definition: given.definition ?? unwritten.definition,
        }
      : {};
  const data = {
    ...{ id, slug: id, name, summary: given.summary ?? unwritten.summary },
    ...term,
    cite: { source, ...(given.evidence && { evidence: given.evidence }), asOf },
  };
  return checked(kind, id, data, comments[kind]);
}

/** The file of a source, for people who write their own vocabulary. */
export function newSourceFile(id: string, title: string): NewFileReading {
  return checked('SOURCE', id, { id, title }, '');
}

function checked(kind: SeedKind, id: string, data: object, comment: string): NewFileReading {
  const parsed = seedFileSchemas[kind].safeParse(data);
  const [issue] = parsed.error?.issues ?? [];
  if (issue !== undefined) return { ok: false, message: describeIssue(issue, data).message };
  const text = stringify(data, { lineWidth: 100, version: '1.2', schema: 'core' });
  return {
    ok: true,
    file: { path: `${seedFolderOf(kind)}/${id}.yaml`, text: `${text}${comment}` },
  };
}
