import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** The media types of an entity. */
export type Form = 'html' | 'jsonld' | 'json' | 'ttl';

const types: Readonly<Record<string, Form>> = {
  'text/html': 'html',
  'application/ld+json': 'jsonld',
  'application/json': 'json',
  'application/xhtml+xml': 'html',
  'text/turtle': 'ttl',
};

/** A slug, and the form that its suffix asks for; null for no suffix. */
export function splitSuffix(text: string): { readonly slug: string; readonly form: Form | null } {
  const [, slug, suffix] = /^(.+)\.(jsonld|json|ttl)$/s.exec(text) ?? [];
  return slug === undefined ? { slug: text, form: null } : { slug, form: suffix as Form };
}

/** The form that the client prefers. The default is a page. */
export function formFor(c: Context): Form {
  const type = accepts(c, {
    header: 'Accept',
    supports: Object.keys(types),
    default: 'text/html',
  });
  return types[type] ?? 'html';
}
