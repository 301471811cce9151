/**
 * Compiles src into dist and copies all other files. It does nothing if dist is up to date, so that
 * `npm start` does not wait.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const stamp = 'dist/.made-from';
/** The scripts of pages know a browser, and the server knows none. */
const projects = [
  'tsconfig.build.json',
  'src/explorer/islands/tsconfig.json',
  // The types of the package: its door alone has any.
  'tsconfig.types.json',
].filter((file) => existsSync(file));
const settings = ['tsconfig.json', ...projects];
const compiler = createRequire(import.meta.url).resolve('typescript/package.json');

const typescript = /\.tsx?$/;
const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'tsconfig.json')
  .map(({ parentPath, name }) => relative('src', join(parentPath, name)))
  .sort();
const copied = sources.filter((name) => !typescript.test(name));

/** A digest of everything that the compiled files depend on. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [compiler, ...settings, ...sources.map((name) => join('src', name))]) {
    const content = readFileSync(file);
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function isThere() {
  return sources.every((name) => existsSync(join('dist', name.replace(typescript, '.js'))));
}

function compile(...options) {
  const tsc = join(dirname(compiler), 'bin/tsc');
  return spawnSync(process.execPath, [tsc, ...options], { stdio: 'inherit' }).status;
}

const now = fingerprint();
const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (before !== now || !isThere()) {
  // The build info of tsc does not know about deleted output files.
  const force = isThere() ? [] : ['--incremental', 'false', '--tsBuildInfoFile', 'null'];
  const status = projects.reduce((failed, file) => failed || compile('-p', file, ...force), 0);
  if (status === 0) {
    for (const name of copied) cpSync(join('src', name), join('dist', name));
    writeFileSync(stamp, now);
  }
  process.exitCode = status ?? 1;
}
