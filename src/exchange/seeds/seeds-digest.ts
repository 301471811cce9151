import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedFolderOf, seedKinds } from '../../ontology/seed-files.ts';

/**
 * A digest of all seed files, and of file names that would be refused. It is much faster than
 * reading the seeds. Null if the folder cannot be read.
 */
export async function seedsDigest(directory: string): Promise<string | null> {
  const hash = createHash('sha256');
  const add = (name: string, content: Buffer | string) => {
    hash.update(`${JSON.stringify(name)} ${content.length}\n`).update(content);
  };
  try {
    add('', (await readdir(directory)).sort().join('\n'));
    for (const folder of seedKinds.map(seedFolderOf)) {
      const names = await readdir(join(directory, folder)).catch(() => []);
      const contents = await Promise.all(
        names.sort().map(async (name) => {
          const file = `${folder}/${name}`;
          return [file, await readFile(join(directory, file))] as const;
        }),
      );
      for (const [file, content] of contents) add(file, content);
    }
  } catch {
    return null;
  }
  return hash.digest('base64url');
}
