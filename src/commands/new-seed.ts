import { stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../base/folders.ts';
import { type NewFile, newSeedFile, newSourceFile } from '../exchange/seeds/new-seed.ts';
import { unwritten } from '../exchange/seeds/unwritten.ts';
import { type EntityKind, EntityKindEnum } from '../ontology/vocabulary.ts';
import { CommandError, type ExitCode, exitCode, writing } from './command-error.ts';
import { shownPath } from './shown-path.ts';

interface NewOptions {
  readonly id?: string;
  readonly summary?: string;
  readonly definition?: string;
  readonly termKind?: string;
  readonly source?: string;
}

/** The source of a user's own vocabulary, used by default. */
const ownSource = { id: 'own', title: 'Our own vocabulary' };

/** Writes a seed file that passes the check, and its source if it does not exist yet. */
export async function newSeed(
  directory: string,
  kindText: string,
  name: string,
  options: NewOptions,
  now: Date = new Date(),
): Promise<ExitCode> {
  const kind = kindNamed(kindText);
  const source = options.source ?? ownSource.id;
  const entity = newSeedFile({
    kind,
    name: name.trim(),
    id: options.id ?? null,
    summary: options.summary ?? null,
    definition: options.definition ?? null,
    termKind: options.termKind ?? null,
    source,
    // The author of a vocabulary is its publisher.
    evidence: source === ownSource.id ? 'PUBLISHER' : null,
    asOf: now.toISOString().slice(0, 10),
  });
  if (!entity.ok) throw new CommandError(exitCode.usage, entity.message);
  const cited = newSourceFile(source, source === ownSource.id ? ownSource.title : source);
  if (!cited.ok) throw new CommandError(exitCode.usage, `--source: ${cited.message}`);
  if (await exists(join(directory, entity.file.path))) {
    const message = `${shownPath(join(directory, entity.file.path))} is there already; say another id with --id`;
    throw new CommandError(exitCode.usage, message);
  }
  const files = (await exists(join(directory, cited.file.path)))
    ? [entity.file]
    : [cited.file, entity.file];
  for (const file of files) await write(directory, file);
  const shown = shownPath(directory);
  const isOpen = Object.values(unwritten).some((text) => entity.file.text.includes(text));
  const next = isOpen ? 'Write the open texts, then check it' : 'Check it';
  process.stdout.write(`${next}: glossgraph check ${shown}\n`);
  return exitCode.ok;
}

function kindNamed(text: string): EntityKind {
  const name = text.toUpperCase();
  if (Object.hasOwn(EntityKindEnum.values, name)) return name as EntityKind;
  const names = Object.keys(EntityKindEnum.values).map((kind) => kind.toLowerCase());
  throw new CommandError(exitCode.usage, `expected one of ${names.join(', ')}, not "${text}"`);
}

async function write(directory: string, { path, text }: NewFile): Promise<void> {
  const file = join(directory, path);
  const shown = shownPath(file);
  const folder = async () => makeFolder(dirname(file));
  await writing(shown, folder());
  // Fails if the file was created meanwhile.
  await writing(shown, writeFile(file, text, { flag: 'wx' }));
  process.stdout.write(`${shown} written\n`);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
