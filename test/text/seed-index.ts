import { finish } from '../../src/base/steps.ts';
import { buildMentionIndex } from '../../src/text/mentions/mention-index.ts';
import { ordinaryWordsOf } from '../../src/text/mentions/ordinary-words.ts';
import { labelsOf, seedEntities } from './seed-entities.ts';

const entities = seedEntities();

/** Names and aliases of the seeds. */
export const seedLabels = labelsOf(entities);

/** Summaries and definitions of the seeds. */
export const seedProse = entities.flatMap(({ summary, definition }) => [
  summary ?? '',
  definition ?? '',
]);

/** The index of mentions over the seeds. */
export const seedIndex = finish(
  buildMentionIndex(seedLabels, { ordinaryWords: ordinaryWordsOf(seedProse) }),
);
