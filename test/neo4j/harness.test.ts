import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authFile } from './auth-file.ts';
import { chooseServers } from './choice.ts';
import { findJava, javaMajor } from './java.ts';
import { NEO4J_LINES } from './lines.ts';
import { withLock } from './lock.ts';
import { Neo4jUnavailable } from './unavailable.ts';

describe('javaMajor', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16 LTS', 25],
    ['openjdk version "26-ea" 2026-03-17', 26],
    ['java version "1.8.0_292"', 8],
    ['command not found', undefined],
  ])('reads %s', (output, major) => {
    expect(javaMajor(output)).toBe(major);
  });
});

describe('findJava', () => {
  it('says in one line what to install when no Java suits', async () => {
    const line = { ...NEO4J_LINES['2026'], java: [98, 99] };
    const error = await findJava(line).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Neo4jUnavailable);
    expect(String(error)).toMatch(
      /needs Java 98 or 99 \(found: .+\): install temurin-25-jdk or .+, or set NEO4J_URI$/,
    );
  });
});

describe('authFile', () => {
  it('writes what neo4j-admin wrote for the same password and salt', () => {
    const salt = 'c86f26da10bf0baeb138caa429f70dd22b55f2a79fb3dd0cb8e6afabf54b4b0d';
    const hash = '271cfb5d2ccabbff3b1aeff3723ba97b7d017a8bf8150ccb4f82f8eed2a9d2dc';
    expect(authFile('neo4j', 'testpassword', Buffer.from(salt, 'hex'))).toBe(
      `neo4j:SHA-256,${hash},${salt},1024:\n`,
    );
  });
});

describe('chooseServers', () => {
  it('starts every line when nothing is said', () => {
    expect(chooseServers({})).toEqual({ kind: 'lines', lines: ['5.26', '2026'] });
  });

  it('starts the lines that are named', () => {
    const env = { GLOSSGRAPH_TEST_NEO4J: '2026' };
    expect(chooseServers(env)).toEqual({ kind: 'lines', lines: ['2026'] });
  });

  it('starts none on request, but not in CI', () => {
    const env = { GLOSSGRAPH_TEST_NEO4J: 'none' };
    expect(chooseServers(env)).toEqual({ kind: 'lines', lines: [] });
    expect(() => chooseServers({ ...env, CI: 'true' })).toThrow('refused in CI');
  });

  it('names what is allowed when the line is unknown', () => {
    expect(() => chooseServers({ GLOSSGRAPH_TEST_NEO4J: '4.4' })).toThrow(
      'it may hold: 5.26, 2026, none, external',
    );
  });

  it('prefers the server that NEO4J_URI names', () => {
    const env = { NEO4J_URI: 'bolt://127.0.0.1:7687', NEO4J_PASSWORD: 'secret-1' };
    expect(chooseServers(env)).toEqual({
      kind: 'external',
      uri: 'bolt://127.0.0.1:7687',
      user: 'neo4j',
      password: 'secret-1',
      mayHoldData: false,
    });
    const allowed = { ...env, GLOSSGRAPH_TEST_NEO4J: 'external' };
    expect(chooseServers(allowed)).toMatchObject({ mayHoldData: true });
  });
});

describe('withLock', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossgraph-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('lets one holder work at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 10));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(join(folder, 'lock'), work)));
    expect(most).toBe(1);
  });

  it('takes over from a holder that died', async () => {
    const path = join(folder, 'lock');
    // Above the largest process id of Linux.
    await writeFile(path, '99999999');
    expect(await withLock(path, () => readFile(path, 'utf8'))).toBe(String(process.pid));
  });

  it('frees the lock when the work fails', async () => {
    const path = join(folder, 'lock');
    await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow();
    expect(await withLock(path, async () => 'done')).toBe('done');
  });
});
