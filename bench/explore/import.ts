import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

/** The cost of an import of WordNet, and its report. */
export interface Import {
  readonly seconds: number;
  /** The most memory that the command used, in bytes; NaN where there is no /proc. */
  readonly peakBytes: number;
  readonly terms: number;
  readonly relations: number;
}

const mainFile = new URL('../../dist/main.js', import.meta.url).pathname;
const lookEveryMs = 100;

/** Runs the documented command, as a user would, into the store that the environment names. */
export async function importWordNet(
  directory: string,
  env: Readonly<Record<string, string>>,
): Promise<Import> {
  const begun = performance.now();
  const child = spawn(process.execPath, [mainFile, 'import', 'wordnet', directory, '--json'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peakBytes = Number.NaN;
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const peak = /VmHWM:\s*(\d+) kB/.exec(status)?.[1];
    if (peak !== undefined) peakBytes = Number(peak) * 1024;
  }, lookEveryMs);
  try {
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    if (code !== 0) throw new Error(`The import ended with ${code}: ${stderr}`);
    const { entities, relations } = JSON.parse(stdout) as Record<string, { added: number }>;
    return {
      seconds: (performance.now() - begun) / 1000,
      peakBytes,
      terms: entities?.added ?? Number.NaN,
      relations: relations?.added ?? Number.NaN,
    };
  } finally {
    clearInterval(look);
  }
}
