import { sortKey } from '../../text/sort-key.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';
import type { SeedPath } from '../yaml-file.ts';

interface Name {
  readonly text: string;
  readonly path: SeedPath;
}

/** The English names of an entity: its name, its aliases, its English labels. */
function namesOf(entity: EntityDraft): readonly Name[] {
  const labels = entity.labels.filter(
    ({ language, kind }) => language.toLowerCase() === 'en' && kind !== 'HIDDEN',
  );
  return [{ text: entity.name, path: ['name'] }, ...entity.aliases, ...labels];
}

/** SKOS: a language has one preferred label, and a label has one kind. */
function labelProblems(entity: EntityDraft): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const preferred = new Set(['en']);
  const seen = new Set<string>();
  for (const { path, text, language, kind } of entity.labels) {
    const tag = language.toLowerCase();
    const key = `${tag} ${sortKey(text)}`;
    if (kind === 'PREFERRED' && preferred.has(tag)) {
      const message = `expected one preferred label in "${language}" (in "en" it is the name); this is another`;
      problems.push(problemIn(entity.file, path, 'duplicate-label', message));
    } else if (seen.has(key)) {
      const message = `the label "${text}" is listed twice in "${language}"`;
      problems.push(problemIn(entity.file, path, 'duplicate-label', message));
    }
    if (kind === 'PREFERRED') preferred.add(tag);
    seen.add(key);
  }
  return problems;
}

/** Within a kind, no two entities, and no two names of one entity, may be equal (case folded). */
export function checkNames(index: SeedIndex): readonly SeedProblem[] {
  const problems: SeedProblem[] = [];
  const holders = new Map<string, EntityDraft>();
  // Names come first, so that an alias that repeats another entity's name is the one reported.
  const order: { entity: EntityDraft; name: Name }[] = [];
  const rest: { entity: EntityDraft; name: Name }[] = [];
  for (const entity of index.entities) {
    const [name, ...others] = namesOf(entity);
    if (name !== undefined) order.push({ entity, name });
    for (const other of others) rest.push({ entity, name: other });
  }
  for (const { entity, name } of [...order, ...rest]) {
    const key = `${entity.kind} ${sortKey(name.text)}`;
    const holder = holders.get(key);
    if (holder === undefined) {
      holders.set(key, entity);
      continue;
    }
    const where = holder === entity ? 'this file already' : holder.file.file;
    const message = `the name "${name.text}" is used by ${where}`;
    problems.push(problemIn(entity.file, name.path, 'duplicate-name', message));
  }
  return [...problems, ...index.entities.flatMap(labelProblems)];
}
