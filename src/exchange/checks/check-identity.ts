import { groupBy } from '../../base/group-by.ts';
import type { SeedProblem } from '../seed-problems.ts';
import { list, mapping, text } from '../seeds/loose.ts';
import type { EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';
import type { SeedFile } from '../seeds/seed-reader.ts';
import type { SeedPath } from '../yaml-file.ts';

/** A value that only one file may have, with its file and place. */
interface Holding {
  readonly key: string;
  readonly file: SeedFile;
  readonly path: SeedPath;
}

/** A problem at each holder after the first. It names the first one. */
function shared(holdings: readonly Holding[], code: string, noun: string): SeedProblem[] {
  const problems: SeedProblem[] = [];
  for (const [first, ...others] of groupBy(holdings, ({ key }) => key).values()) {
    for (const other of others) {
      if (first === undefined || other.file === first.file) continue;
      const name = other.key.slice(other.key.indexOf(' ') + 1);
      const message = `the ${noun} "${name}" is taken by ${first.file.file}`;
      problems.push(problemIn(other.file, other.path, code, message));
    }
  }
  return problems;
}

function idProblems(file: SeedFile, id: string): SeedProblem[] {
  if (id === file.stem) return [];
  const message = `expected the id "${file.stem}", the same as the name of the file; found "${id}"`;
  return [problemIn(file, ['id'], 'id-not-file-name', message)];
}

/** Reports former slugs that another entity uses now, since old links would lead to that entity. */
function reusedSlugs(index: SeedIndex, entity: EntityDraft): SeedProblem[] {
  return entity.formerSlugs.flatMap((slug) => {
    const current = index.find(entity.kind, slug);
    if (current === null || current === entity || current.slug !== slug) return [];
    const message = `the former slug "${slug}" is now the slug of ${current.file.file}, which wins`;
    return [problemIn(entity.file, ['formerSlugs'], 'slug-reused', message, 'warning')];
  });
}

/** The SPDX identifiers in a license file, with their places. */
function spdxIds(entity: EntityDraft): { id: string; path: SeedPath }[] {
  const found = entity.facts.flatMap(({ property, value, path, rank }) =>
    property === 'SPDX_ID' && typeof value === 'string' && rank !== 'DEPRECATED'
      ? [{ id: value, path }]
      : [],
  );
  list(entity.data.identifiers).forEach((item, position) => {
    const { scheme, value } = mapping(item);
    const id = text(value);
    if (scheme !== 'SPDX' || id === null) return;
    found.push({ id, path: ['identifiers', position, 'value'] });
  });
  return found;
}

/** Reports licenses with several SPDX ids, and ids that lead to another license. */
function spdxProblems(index: SeedIndex, entity: EntityDraft): SeedProblem[] {
  const [first, ...others] = spdxIds(entity);
  if (first === undefined) return [];
  const other = index.find('LICENSE', first.id);
  if (other !== null && other !== entity) {
    const message = `the SPDX id "${first.id}" is a slug of ${other.file.file}`;
    return [problemIn(entity.file, first.path, 'spdx-conflict', message)];
  }
  return others
    .filter(({ id }) => id !== first.id)
    .map(({ id, path }) => {
      const message = `the file gives two SPDX ids, "${first.id}" and "${id}"`;
      return problemIn(entity.file, path, 'spdx-conflict', message);
    });
}

const wikidataItem = /^http:\/\/www\.wikidata\.org\/entity\/Q[1-9]\d*$/;
const ofWikidata = /^https?:\/\/(?:www\.|m\.)?wikidata\.org\//;

/** The matches of a file in another vocabulary, with their places. */
function matches(entity: EntityDraft, key: 'exactMatch' | 'closeMatch'): Holding[] {
  return list(entity.data[key]).flatMap((item, position) => {
    const address = text(item);
    if (address === null) return [];
    return [{ key: `match ${address}`, file: entity.file, path: [key, position] }];
  });
}

/** Other data sets are joined by the address of a Wikidata item, so it has one spelling. */
function matchProblems(entity: EntityDraft): SeedProblem[] {
  const all = [...matches(entity, 'exactMatch'), ...matches(entity, 'closeMatch')];
  return all.flatMap(({ key, file, path }) => {
    const address = key.slice('match '.length);
    if (!ofWikidata.test(address) || wikidataItem.test(address)) return [];
    const message = `expected "http://www.wikidata.org/entity/Q" and a number, not "${address}"`;
    return [problemIn(file, path, 'match-address', message)];
  });
}

/** Ids, slugs and identifiers must be unique within a kind, and the id must be the file name. */
export function checkIdentity(index: SeedIndex): readonly SeedProblem[] {
  const { entities, sources } = index;
  const files = [
    ...entities.map(({ file, id }) => ({ key: `${file.kind} ${id}`, file, path: ['id'] })),
    ...sources.map(({ file, id }) => ({ key: `${file.kind} ${id}`, file, path: ['id'] })),
  ];
  const slugs = entities.map(({ file, kind, slug }) => ({
    key: `${kind} ${slug}`,
    file,
    path: ['slug'],
  }));
  const formerSlugs = entities.flatMap(({ file, kind, formerSlugs: former }) =>
    former.map((slug) => ({ key: `${kind} ${slug}`, file, path: ['formerSlugs'] })),
  );
  const licenses = entities.filter(({ kind }) => kind === 'LICENSE');
  // SPDX ids match in any case, so conflicts are found in any case too.
  const spdx = licenses.flatMap((entity) =>
    spdxIds(entity).map(({ id, path }) => ({
      key: `spdx ${id.toLowerCase()}`,
      file: entity.file,
      path,
    })),
  );
  return [
    ...files.flatMap(({ file, key }) => idProblems(file, key.slice(key.indexOf(' ') + 1))),
    ...shared(files, 'duplicate-id', 'id'),
    ...shared(slugs, 'duplicate-slug', 'slug'),
    ...shared(formerSlugs, 'duplicate-slug', 'former slug'),
    ...shared(spdx, 'spdx-conflict', 'SPDX id'),
    // Two things that equal a third one are the same thing.
    ...shared(
      entities.flatMap((entity) => matches(entity, 'exactMatch')),
      'duplicate-match',
      'exact match',
    ),
    ...entities.flatMap((entity) => matchProblems(entity)),
    ...entities.flatMap((entity) => reusedSlugs(index, entity)),
    ...licenses.flatMap((license) => spdxProblems(index, license)),
  ];
}
