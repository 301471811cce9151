import type { Child } from 'hono/jsx';
import type { Addresses, Linked } from '../addresses.ts';
import type { Verdict } from '../documents/types.ts';
import { verdictWords } from '../words.ts';

export interface Cited {
  readonly title: string;
  readonly url: string | null;
}

/** A link to the page of an entity. */
export function EntityLink({ to, addresses }: { to: Linked; addresses: Addresses }) {
  return <a href={addresses.of(to)}>{to.name}</a>;
}

/** Links with commas between them. */
export function Links({ to, addresses }: { to: readonly Linked[]; addresses: Addresses }) {
  return (
    <>
      {to.map((entity, index) => (
        <>
          {index > 0 && ', '}
          <EntityLink to={entity} addresses={addresses} />
        </>
      ))}
    </>
  );
}

/** Links, or "not known". */
export function LinksOrUnknown({ to, addresses }: { to: readonly Linked[]; addresses: Addresses }) {
  return to.length === 0 ? <>not known</> : <Links to={to} addresses={addresses} />;
}

interface CardsProps {
  readonly of: readonly (Linked & { readonly summary: string | null })[];
  readonly addresses: Addresses;
}

/** Entities with their summaries. */
export function Cards({ of, addresses }: CardsProps) {
  return (
    <ul class="cards">
      {of.map((entity) => (
        <li>
          <EntityLink to={entity} addresses={addresses} />
          {entity.summary !== null && <p>{entity.summary}</p>}
        </li>
      ))}
    </ul>
  );
}

/** A text of several paragraphs. */
export function Paragraphs({ text, lead = false }: { text: string; lead?: boolean }) {
  return (
    <>
      {text.split(/\n+/).map((paragraph) => (
        <p class={lead ? 'lead' : undefined}>{paragraph}</p>
      ))}
    </>
  );
}

/** The title of a source, as a link where it is on the web. */
export function Source({ source }: { source: Cited | null }) {
  if (source === null) return <>a source that is not recorded</>;
  return source.url === null ? source.title : <OutLink url={source.url}>{source.title}</OutLink>;
}

/** A link to another site. Only web addresses become links. */
export function OutLink({ url, children }: { url: string; children?: Child }) {
  if (!/^https?:\/\//i.test(url)) return <>{children ?? url}</>;
  return (
    <a href={url} rel="noopener external">
      {children ?? url}
    </a>
  );
}

/** A section with a heading. It is left out where `show` is false. */
export function Section(props: { id: string; title: string; children?: Child; show?: boolean }) {
  if (props.show === false) return null;
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

const looks: Readonly<Record<Verdict, string>> = { MEETS: 'yes', FAILS: 'no', UNKNOWN: 'open' };

/** Whether a definition of openness is met, in one word. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <span class={`badge ${looks[verdict]}`}>{verdictWords[verdict]}</span>;
}

/** "50 of 89 are shown", where some are not shown. */
export function Shown({ count, of }: { count: number; of: number | null | undefined }) {
  if (of === null || of === undefined || of <= count) return null;
  return (
    <p class="note">
      {count} of {of} are shown.
    </p>
  );
}
