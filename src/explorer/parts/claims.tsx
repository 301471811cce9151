import type { Artifact, ClaimProperty, Evidence, Rank } from '../documents/types.ts';
import { artifactWords, evidenceWords, propertyWords, rankWords, valueInWords } from '../words.ts';
import { type Cited, OutLink, Section, Source } from './basics.tsx';

interface ClaimFacts {
  readonly property: ClaimProperty;
  readonly artifact: Artifact | null;
  readonly valueText: string;
  readonly rank: Rank;
  readonly contested: boolean;
  readonly asOf: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly evidence: Evidence | null;
  readonly note: string | null;
  readonly source: Cited | null;
}

type Side = Pick<
  ClaimFacts,
  'property' | 'valueText' | 'rank' | 'asOf' | 'evidence' | 'note' | 'source'
> &
  Partial<Pick<ClaimFacts, 'since' | 'until' | 'artifact'>>;

/** The claim of one source: its value, source, date and evidence. */
export function Claim({ claim }: { claim: Side }) {
  const { property, rank, asOf, evidence, note, source, since, until, artifact } = claim;
  const value = valueInWords(property, claim.valueText);
  const details = [
    artifact && artifactWords[artifact].toLowerCase(),
    period(since ?? null, until ?? null),
    asOf && `as of ${asOf}`,
    evidence && evidenceWords[evidence],
    rank !== 'NORMAL' && rankWords[rank],
  ].filter((detail) => typeof detail === 'string' && detail !== '');
  return (
    <>
      {rank === 'DEPRECATED' ? <s>{value}</s> : <OutLink url={value} />}
      <span class="cite">
        {' — '}
        <Source source={source} />
        {details.length > 0 && `; ${details.join('; ')}`}
        {note !== null && `. ${note}`}
      </span>
    </>
  );
}

/** A period in words; empty where both ends are unknown. */
export function period(since: string | null, until: string | null): string {
  if (since !== null && until !== null) return `from ${since} until ${until}`;
  if (since !== null) return `since ${since}`;
  return until === null ? '' : `until ${until}`;
}

interface WhoSaysSoProps {
  readonly claims: readonly ClaimFacts[];
  readonly of: readonly ClaimProperty[];
}

/** The claims behind a fact, which unfold on click. */
export function WhoSaysSo({ claims, of }: WhoSaysSoProps) {
  const about = claims.filter(({ property }) => of.includes(property));
  if (about.length === 0) return null;
  return (
    <details class="claims">
      <summary>who says so ({about.length})</summary>
      <ul>
        {about.map((claim) => (
          <li>
            {of.length > 1 && `${propertyWords[claim.property]}: `}
            <Claim claim={claim} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** All claims about an entity, grouped by property. */
export function AllClaims(props: {
  claims: readonly ClaimFacts[];
  total: number | null | undefined;
}) {
  const groups = new Map<ClaimProperty, ClaimFacts[]>();
  for (const claim of props.claims) {
    groups.set(claim.property, [...(groups.get(claim.property) ?? []), claim]);
  }
  return (
    <Section id="claims" title="Who says so" show={props.claims.length > 0}>
      {[...groups].map(([property, claims]) => (
        <details>
          <summary>
            {propertyWords[property]} ({claims.length})
          </summary>
          <ul>
            {claims.map((claim) => (
              <li>
                <Claim claim={claim} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {(props.total ?? 0) > props.claims.length && (
        <p class="note">
          The first {props.claims.length} of {props.total} claims are shown.
        </p>
      )}
    </Section>
  );
}
