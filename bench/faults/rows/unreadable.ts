import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { run } from '../../../test/e2e/cli.ts';
import { inFolder } from '../folder.ts';
import type { FaultRow, Outcome } from '../row.ts';

type Spoil = readonly [fault: string, spoil: (file: string) => Promise<void> | void];

const spoils: readonly Spoil[] = [
  [
    'File cut off in the middle',
    async (file) => truncate(file, Math.floor((await readFile(file)).length / 2)),
  ],
  ['File of random bytes', (file) => writeFile(file, randomBytes(100_000))],
  [
    'A record that is not JSON',
    (file) => edit(file, "UPDATE entity SET record = 'x' WHERE id = (SELECT max(id) FROM entity)"),
  ],
  [
    'A file of a newer version',
    (file) => edit(file, "UPDATE graph SET value = '999' WHERE key = 'format'"),
  ],
];

function edit(file: string, statement: string): void {
  const database = new Database(file);
  database.exec(statement);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Files that `serve` and `seed` cannot read. */
export const unreadable: FaultRow = {
  name: 'unreadable',
  run: () =>
    inFolder(async (folder) => {
      const good = join(folder, 'good');
      await run(['seed'], { DATA_DIR: good });
      const outcomes: Outcome[] = [];
      for (const [index, [fault, spoil]] of spoils.entries()) {
        const directory = join(folder, String(index));
        await mkdir(directory);
        const file = join(directory, 'glossgraph.db');
        await copyFile(join(good, 'glossgraph.db'), file);
        await spoil(file);
        outcomes.push(await refusal(fault, directory, file));
      }
      return outcomes;
    }),
};

async function refusal(fault: string, directory: string, file: string): Promise<Outcome> {
  const before = await readFile(file);
  const env = { DATA_DIR: directory, PORT: '0' };
  const seed = await run(['seed'], env);
  const serve = await run(['serve'], env);
  const untouched = before.equals(await readFile(file));
  const sentence = serve.stderr.trim().replaceAll(directory, 'data');
  const plain = /^[^\n]{20,400}$/.test(sentence) && /^[^\n]{20,400}$/.test(seed.stderr.trim());
  return {
    fault,
    held: seed.code === 65 && serve.code === 65 && untouched && plain,
    found: `\`seed\` exits with ${seed.code}, \`serve\` with ${serve.code}: "${sentence}"; the file is ${untouched ? 'left as it was' : 'CHANGED'}`,
  };
}
