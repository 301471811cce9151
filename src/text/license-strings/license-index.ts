import type { Steps } from '../../base/steps.ts';
import { letterSet } from './edit-distance.ts';
import { type MinorVersions, minorVersions } from './minor-versions.ts';
import { nameFamilies, nicknamesOf } from './nicknames.ts';
import { spdxLicenses } from './spdx-list.ts';
import { compact, joinedWords, spaced, type Tokens, tokenize } from './tokens.ts';
import type { KnownLicense, LicenseTarget, SpdxLicense } from './types.ts';

/** One text that names a license. */
export interface LicenseName {
  readonly text: string;
  readonly target: LicenseTarget;
  readonly tokens: Tokens;
  /** The bare words without spaces, to compare spelling. */
  readonly joined: string;
  readonly letters: number;
  /** The kind of name, for use in reasons. */
  readonly what: string;
}

/** A name that several licenses share. */
interface SharedName {
  readonly text: string;
  readonly targets: readonly LicenseTarget[];
}

/** All names of licenses by the keys they are looked up by. Built once; never changed. */
export interface LicenseIndex {
  readonly names: readonly LicenseName[];
  /** Whole names, word by word and run together. */
  readonly exact: ReadonlyMap<string, readonly LicenseName[]>;
  /** Names without the words "license", "the" and "version". */
  readonly bare: ReadonlyMap<string, readonly LicenseName[]>;
  readonly shared: ReadonlyMap<string, SharedName>;
  /** The licenses that a major version alone may mean. */
  readonly minors: MinorVersions;
  /** Licenses by SPDX identifier or LicenseRef, in lower case. */
  readonly spdxIds: ReadonlyMap<string, LicenseTarget>;
  /** How many licenses have the word in a name. Rare words weigh more. */
  readonly wordCounts: ReadonlyMap<string, number>;
  /**
   * Names of licenses by each of their bare words. Common names are left out, since they repeat
   * other names.
   */
  readonly namesByWord: ReadonlyMap<string, readonly LicenseName[]>;
  /** The total weight of the bare words of a name. */
  readonly nameWeights: ReadonlyMap<LicenseName, number>;
  /** Names by the length of their spelling. Each spelling of a license is listed once. */
  readonly namesByLength: ReadonlyMap<number, readonly LicenseName[]>;
  /** The number of words in the longest name that begins with a word. */
  readonly longestFrom: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, DocumentOwner>;
}

interface DocumentOwner {
  readonly target: LicenseTarget;
  readonly kind: string;
  readonly url: string;
}

const licensesPerStep = 64;
const namesPerStep = 256;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/**
 * The lookup keys of words: with spaces, and without spaces where that is long enough to be clear.
 */
export function keysOf(words: readonly string[]): readonly string[] {
  const joined = compact(words);
  return joined === null ? [spaced(words)] : [spaced(words), `=${joined}`];
}

const commonName = 'a common name';

const scanCodePrefix = 'LicenseRef-scancode-';

function ownTexts(license: KnownLicense): [text: string, what: string][] {
  const names = [license.name, ...license.aliases];
  const texts: [string, string][] = [
    ...names.map((text): [string, string] => [text, 'a name']),
    ...license.identifiers.map((identifier): [string, string] => [
      identifier.value,
      `the ${schemeNames[identifier.scheme] ?? identifier.scheme} identifier`,
    ]),
    ...[license.slug, ...(license.formerSlugs ?? [])].map((slug): [string, string] => [
      slug,
      'the address in this graph',
    ]),
  ];
  for (const { value } of license.identifiers) {
    if (value.startsWith(scanCodePrefix)) {
      texts.push([value.slice(scanCodePrefix.length), 'the ScanCode key']);
    }
  }
  if (license.version !== null) {
    for (const name of names.filter((text) => !/[0-9]/.test(text))) {
      texts.push([`${name} ${license.version}`, 'a name with its version']);
    }
  }
  return texts;
}

const schemeNames: Readonly<Record<string, string>> = {
  SPDX: 'SPDX',
  SCANCODE: 'ScanCode',
  HUGGING_FACE: 'Hugging Face',
};

/** "GPL-2.0+" is the old form of "GPL-2.0-or-later". */
function currentId(id: string): string {
  return id.endsWith('+') ? `${id.slice(0, -1)}-or-later` : id;
}

/** The lookup key of a document's canonical address, or null for any other address. */
export function documentKey(url: string): string | null {
  const raw =
    /^https?:\/\/raw\.githubusercontent\.com\/([^/\s]+)\/([^/\s]+)\/(?:refs\/heads\/)?[^/\s]+\/([^\s?#]+)/i;
  const blob =
    /^https?:\/\/(?:www\.)?github\.com\/([^/\s]+)\/([^/\s]+)\/(?:blob|raw|tree)\/[^/\s]+\/([^\s?#]+)/i;
  const [, owner, repository, path] = raw.exec(url) ?? blob.exec(url) ?? [];
  if (owner === undefined || repository === undefined || path === undefined) return null;
  return `${owner}/${repository}`.toLowerCase().concat('/', path.replace(/\/$/, ''));
}

interface Draft {
  readonly names: LicenseName[];
  readonly targets: Map<string, LicenseTarget>;
  readonly documents: Map<string, DocumentOwner>;
}

function addName(draft: Draft, target: LicenseTarget, text: string, what: string): void {
  const tokens = tokenize(text, 40);
  if (tokens.all.length === 0) return;
  const joined = joinedWords(tokens.bare);
  draft.names.push({ text, target, tokens, joined, letters: letterSet(joined), what });
}

function addKnown(draft: Draft, license: KnownLicense, spdx: SpdxLicense | null): void {
  const target: LicenseTarget = { license, spdx };
  for (const [text, what] of ownTexts(license)) addName(draft, target, text, what);
  const ids = license.identifiers
    .map(({ value }) => value)
    .filter((id) => /^LicenseRef-/i.test(id));
  if (license.spdxId !== null) ids.push(license.spdxId);
  for (const id of ids) draft.targets.set(id.toLowerCase(), target);
  for (const { kind, url } of license.documents ?? []) {
    const key = url === null ? null : documentKey(url);
    if (url === null || key === null || draft.documents.has(key)) continue;
    draft.documents.set(key, { target, kind, url });
  }
}

function addSpdx(draft: Draft, spdx: SpdxLicense): void {
  const id = spdx.id.toLowerCase();
  const target = draft.targets.get(id) ?? { license: null, spdx };
  draft.targets.set(id, target);
  addName(draft, target, spdx.id, 'the SPDX identifier');
  // The list gives a deprecated identifier the name of its replacement.
  if (spdx.name !== null && !spdx.deprecated) addName(draft, target, spdx.name, 'the SPDX name');
}

/** Builds the index of the graph's licenses and of the SPDX list. */
export function* buildLicenseIndex(licenses: readonly KnownLicense[]): Steps<LicenseIndex> {
  const draft: Draft = { names: [], targets: new Map(), documents: new Map() };
  const onList = new Map(spdxLicenses.map((spdx) => [spdx.id, spdx]));
  for (const [at, license] of licenses.entries()) {
    if (at % licensesPerStep === 0) yield;
    addKnown(draft, license, onList.get(license.spdxId ?? '') ?? null);
  }
  for (const [at, spdx] of spdxLicenses.entries()) {
    if (at % licensesPerStep === 0) yield;
    addSpdx(draft, spdx);
  }
  for (const { text, spdxId } of nicknamesOf(spdxLicenses)) {
    const target = draft.targets.get(spdxId.toLowerCase());
    if (target !== undefined) addName(draft, target, text, commonName);
  }
  for (const spdx of spdxLicenses) {
    const later = draft.targets.get(currentId(`${spdx.id}+`).toLowerCase());
    if (later !== undefined) draft.targets.set(`${spdx.id}+`.toLowerCase(), later);
  }
  yield;
  return yield* assemble(draft);
}

function* assemble(draft: Draft): Steps<LicenseIndex> {
  const exact = new Map<string, LicenseName[]>();
  const bare = new Map<string, LicenseName[]>();
  const namesByWord = new Map<string, LicenseName[]>();
  const namesByLength = new Map<number, LicenseName[]>();
  const owners = new Map<string, Set<LicenseTarget>>();
  const spelled = new Map<LicenseTarget, Set<string>>();
  for (const [at, name] of draft.names.entries()) {
    if (at % namesPerStep === 0) yield;
    for (const key of keysOf(name.tokens.all)) push(exact, key, name);
    if (name.tokens.bare.length === 0) continue;
    for (const key of keysOf(name.tokens.bare)) push(bare, key, name);
    const spellings = spelled.get(name.target) ?? new Set();
    if (!spellings.has(name.joined)) push(namesByLength, name.joined.length, name);
    spelled.set(name.target, spellings.add(name.joined));
    if (name.what === commonName) continue;
    for (const word of new Set(name.tokens.bare)) {
      push(namesByWord, word, name);
      owners.set(word, (owners.get(word) ?? new Set()).add(name.target));
    }
  }
  yield;
  const shared = sharedNames(draft);
  yield;
  const minors = minorVersions(draft.names);
  yield;
  const wordCounts = new Map([...owners].map(([word, targets]) => [word, targets.size]));
  const weightOf = (word: string): number => wordWeight(wordCounts.get(word), draft.targets.size);
  return {
    names: draft.names,
    exact,
    bare,
    shared,
    minors,
    spdxIds: draft.targets,
    wordCounts,
    namesByWord,
    nameWeights: new Map(
      draft.names.map((name) => [name, weightOfAll(name.tokens.bare, weightOf)]),
    ),
    namesByLength,
    longestFrom: longestNames(draft.names, shared),
    documents: draft.documents,
  };
}

function longestNames(
  names: readonly LicenseName[],
  shared: ReadonlyMap<string, SharedName>,
): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  const wholes = [
    ...names.flatMap(({ tokens }) => [tokens.all, tokens.bare]),
    ...[...shared.keys()].map((key) => key.split(' ')),
  ];
  for (const words of wholes) {
    const first = words[0] ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return longest;
}

/** The weight of a word. A word in the names of few licenses weighs more. */
export function wordWeight(licensesWithIt: number | undefined, licenses: number): number {
  return Math.log(1 + licenses / (licensesWithIt ?? 0.5));
}

function weightOfAll(words: readonly string[], weightOf: (word: string) => number): number {
  return [...new Set(words)].reduce((sum, word) => sum + weightOf(word), 0);
}

function sharedNames(draft: Draft): ReadonlyMap<string, SharedName> {
  const shared = new Map<string, SharedName>();
  for (const { names, spdxIds } of nameFamilies(spdxLicenses)) {
    const targets = spdxIds.flatMap((id) => draft.targets.get(id.toLowerCase()) ?? []);
    for (const text of names) shared.set(spaced(tokenize(text, 40).all), { text, targets });
  }
  return shared;
}
