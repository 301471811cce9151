import { inTurns } from '../base/in-turns.ts';
import type { MaybePromise } from '../base/maybe-promise.ts';
import { flatMapInSteps, type Steps } from '../base/steps.ts';
import type { TextRow } from '../store/reads.ts';
import { buildLicenseIndex, type LicenseIndex } from '../text/license-strings/license-index.ts';
import type { MentionLabel } from '../text/mentions/label.ts';
import { buildMentionIndex, type MentionIndex } from '../text/mentions/mention-index.ts';
import { ordinaryWordsOf } from '../text/mentions/ordinary-words.ts';
import { LabelIndex } from '../text/search/label-index.ts';
import { searchTextOf } from '../text/search/search-text.ts';
import { TextIndex } from '../text/search/text-index.ts';
import { Part } from './part.ts';

/**
 * All that finds entities by texts, at one graph revision. Made from the rows of a store and
 * nothing else, so that every store answers alike; each part is built when it is first used, in
 * steps between which other requests are answered.
 *
 * For the 117,791 synsets of WordNet, of 207,272 labels, processor time and memory are: labels 3 s
 * and 60 MB, texts 4 s and 54 MB, mentions 6 s and 93 MB, licenses 0.2 s and 3 MB, in steps of some
 * milliseconds each.
 */
export class TextIndexes {
  readonly revision: number;
  readonly #labels: Part<LabelIndex>;
  readonly #texts: Part<TextIndex>;
  readonly #mentions: Part<MentionIndex>;
  readonly #licenses: Part<LicenseIndex>;

  constructor(revision: number, rows: readonly TextRow[]) {
    this.revision = revision;
    this.#labels = new Part(() => inTurns(LabelIndex.building(rows)));
    this.#texts = new Part(async () => inTurns(textsOf(rows, await this.labels())));
    this.#mentions = new Part(() => inTurns(mentionsOf(rows)));
    this.#licenses = new Part(() => inTurns(licensesOf(rows)));
  }

  /** Names, aliases and hidden labels: for search and suggestions. */
  labels(): MaybePromise<LabelIndex> {
    return this.#labels.get();
  }

  /** Every word of labels, summaries and definitions, by the numbers that the labels give. */
  texts(): MaybePromise<TextIndex> {
    return this.#texts.get();
  }

  /** Names, aliases and hidden labels: for mentions in running text. */
  mentions(): MaybePromise<MentionIndex> {
    return this.#mentions.get();
  }

  /** What licenses are called, those of the SPDX list among them. */
  licenses(): MaybePromise<LicenseIndex> {
    return this.#licenses.get();
  }
}

const rowsPerStep = 4096;

function textsOf(rows: readonly TextRow[], labels: LabelIndex): Steps<TextIndex> {
  const ordered: TextRow[] = [];
  for (const row of rows) ordered[labels.numberOf(row.id)] = row;
  return TextIndex.building(ordered, searchTextOf);
}

function* mentionsOf(rows: readonly TextRow[]): Steps<MentionIndex> {
  const texts = yield* flatMapInSteps(rows, rowsPerStep, ({ summary, definition }) => [
    summary ?? '',
    definition ?? '',
  ]);
  const ordinary = yield* ordinaryWordsOf(texts);
  const labels = yield* flatMapInSteps(rows, rowsPerStep, mentionLabels);
  return yield* buildMentionIndex(labels, ordinary);
}

function licensesOf(rows: readonly TextRow[]): Steps<LicenseIndex> {
  return buildLicenseIndex(
    rows.flatMap(({ license, id, slug, formerSlugs, name, aliases }) =>
      license === null ? [] : [{ id, slug, formerSlugs, name, aliases, ...license }],
    ),
  );
}

function mentionLabels({ id, kind, name, aliases, hidden, degree }: TextRow): MentionLabel[] {
  const label = (text: string, role: MentionLabel['role']) => {
    return { text, entityId: id, kind, role, degree };
  };
  return [
    label(name, 'NAME'),
    ...aliases.map((text) => label(text, 'ALIAS')),
    ...hidden.map((text) => label(text, 'HIDDEN')),
  ];
}
