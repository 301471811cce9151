import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from '../../src/base/folders.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'glossgraph-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('makes a folder and those above it, once', () => {
  const folder = join(root, 'a', 'b', 'c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

it('fails where a file is in its place, or above it', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(file)).toThrow('EEXIST');
  expect(() => makeFolder(join(file, 'a', 'b'))).toThrow(
    `EEXIST: file already exists, mkdir '${file}'`,
  );
});

it.runIf(existsSync('/proc/self'))('fails where the file system takes no folders', () => {
  expect(() => makeFolder('/proc/glossgraph/data')).toThrow('ENOENT');
});
