import type { EntityRecord } from './records.ts';

/** The language of an entity's name and texts; "und" (undetermined) if nobody states it. */
export function nameLanguageOf({ name, labels }: Pick<EntityRecord, 'name' | 'labels'>): string {
  const preferred = labels.find(({ kind, text }) => kind === 'PREFERRED' && text === name);
  return preferred?.language ?? 'en';
}

/** The language as an entity's head states it. English is left out, so that equal heads look equal. */
export function statedLanguage(nameLanguage: string): { readonly nameLanguage?: string } {
  return nameLanguage === 'en' ? {} : { nameLanguage };
}
