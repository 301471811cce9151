import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configMarkdown } from '../../src/config.ts';

const known = new Set([...configMarkdown().matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name));

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly pull_policy?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

describe('docker-compose.yml', () => {
  const text = readFileSync('docker-compose.yml', 'utf8');
  const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };

  it('starts the server when Neo4j is healthy and seeded', () => {
    expect(services.server?.depends_on).toEqual({
      neo4j: { condition: 'service_healthy' },
      seed: { condition: 'service_completed_successfully' },
    });
  });

  it('builds its image once, and never pulls it', () => {
    const ours = Object.values(services).filter(({ image }) => image === 'glossgraph');
    expect(ours.map(({ build, pull_policy: pull }) => build ?? pull).sort()).toEqual([
      '.',
      'never',
    ]);
  });

  it.each(['seed', 'server'])('sets only variables that are read: %s', (name) => {
    const names = Object.keys(services[name]?.environment ?? {});
    expect(names).toContain('NEO4J_PASSWORD');
    for (const variable of names) expect(known).toContain(variable);
  });

  it('gives the database no variable that it would read as a setting', () => {
    expect(Object.keys(services.neo4j?.environment ?? {})).toEqual(['NEO4J_AUTH']);
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');

  it('copies files that exist and are not ignored', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied).toContain('seeds');
    for (const path of copied) {
      expect(existsSync(path), path).toBe(true);
      expect(ignored).toContain(`!${path}`);
    }
  });

  it('sets only variables that are read, and runs as an ordinary user', () => {
    const set = lines
      .filter((line) => line.startsWith('ENV '))
      .flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name));
    for (const name of set) expect([...known, 'NODE_ENV']).toContain(name);
    expect(lines).toContain('USER node');
  });
});
