import type { EntityRecord } from './records.ts';

/** The language of an entity's name, in which its texts are; "und" where nobody says. */
export function nameLanguageOf({ name, labels }: Pick<EntityRecord, 'name' | 'labels'>): string {
  const preferred = labels.find(({ kind, text }) => kind === 'PREFERRED' && text === name);
  return preferred?.language ?? 'en';
}
