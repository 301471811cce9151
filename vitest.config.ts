import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/long-first.ts';

export default defineConfig({
  resolve: {
    // The build that Node resolves. graphql-js rejects schemas made by a second copy.
    alias: [
      {
        find: /^graphql$/,
        replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)),
      },
    ],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Modules have no state that a test file could leave behind, and shared modules halve loading time.
    isolate: false,
    // By default, one core stays unused. That is half of a small machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.neo4j.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        // In Chromium, if it is installed. Each file has its own browser.
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
        },
      },
      {
        // After the others, while Neo4j starts. Files take turns on each server (describe.ts).
        extends: true,
        test: {
          name: 'neo4j',
          include: ['test/**/*.neo4j.test.ts'],
          globalSetup: ['test/neo4j/global-setup.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
});
