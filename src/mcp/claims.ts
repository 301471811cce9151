import { artifactWords, propertyWords, valueInWords } from '../explorer/words.ts';
import type { Answer, Part } from './answer.ts';
import type { ClaimProperty, ClaimsFragment } from './documents/types.ts';

type Claim = NonNullable<ClaimsFragment['claims']>['nodes'][number];

/** Properties that other sections of an answer show. */
const elsewhere: readonly ClaimProperty[] = [
  'DEFINITION',
  'EXPLANATION',
  'WHY_IT_MATTERS',
  'STATEMENT',
  'RELATED_TO',
  'BROADER',
  'PART_OF',
  'REQUIRES',
  'CONTRASTS_WITH',
  'HAS_TOOL',
  'EXEMPLIFIES',
  'URL',
  'WEBSITE',
];

/** The facts that come first, in this order. */
const first: readonly ClaimProperty[] = [
  'DEVELOPED_BY',
  'FAMILY_NAME',
  'RELEASED_ON',
  'LICENSED_UNDER',
  'TOTAL_PARAMETERS',
  'ACTIVE_PARAMETERS',
  'CONTEXT_TOKENS',
  'ARCHITECTURE',
  'INPUT_MODALITIES',
  'OUTPUT_MODALITIES',
  'AVAILABILITY',
  'DERIVED_FROM',
];

/** Adds the stated facts, each in one line: the best value first, then what other sources say. */
export function addFacts(answer: Answer, { claims }: ClaimsFragment): void {
  const all = claims?.nodes ?? [];
  const facts = all.filter(({ property }) => !elsewhere.includes(property));
  const groups = new Map<string, Claim[]>();
  for (const claim of facts) {
    const key = `${claim.property}/${claim.artifact ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const place = ({ property }: Claim) => {
    const index = first.indexOf(property);
    return index < 0 ? first.length : index;
  };
  const sorted = [...groups.values()].sort(([one], [other]) =>
    one === undefined || other === undefined ? 0 : place(one) - place(other),
  );
  answer.section('Facts');
  for (const group of sorted) answer.item(...factLine(group));
  const more = (claims?.totalCount ?? all.length) - all.length;
  if (more > 0) answer.line(`${more} more claims are not listed.`);
}

function factLine(group: readonly Claim[]): readonly Part[] {
  const [claim] = group;
  if (claim === undefined) return [];
  const { property, artifact } = claim;
  const name = artifact === null ? '' : ` (${artifactWords[artifact].toLowerCase()})`;
  const parts: Part[] = [`${propertyWords[property]}${name}: `];
  // Claims with the same value are shown once, with several sources.
  const values = new Map<string, Claim[]>();
  for (const each of group) {
    const key = `${each.valueText}/${each.rank === 'DEPRECATED'}/${each.since}/${each.until}`;
    values.set(key, [...(values.get(key) ?? []), each]);
  }
  let isFirst = true;
  for (const same of values.values()) {
    const [one] = same;
    if (one === undefined) continue;
    if (!isFirst) parts.push('; ');
    isFirst = false;
    parts.push(stated(one));
    for (const { source, asOf, evidence } of same.slice(0, 3)) {
      if (source !== null) parts.push({ source, asOf, evidence });
    }
  }
  return parts;
}

function stated({ property, valueText, rank, contested, since, until, note }: Claim): string {
  const value = valueInWords(property, valueText);
  const period =
    since === null && until === null
      ? ''
      : ` (${[since === null ? '' : `from ${since}`, until === null ? '' : `until ${until}`].filter((each) => each !== '').join(' ')})`;
  const remark = note === null ? '' : ` (${note})`;
  if (rank === 'DEPRECATED')
    return `a source says ${value}${period}, but the evidence says otherwise${remark}`;
  return `${value}${period}${contested ? ', which other sources contradict' : ''}${remark}`;
}

/** Adds the statements of sources in their own sentences. */
export function addStatements(answer: Answer, { claims }: ClaimsFragment): void {
  answer.section('What sources say');
  for (const { property, valueText, rank, note, source, asOf, evidence } of claims?.nodes ?? []) {
    if (property !== 'STATEMENT') continue;
    const wrong = rank === 'DEPRECATED' ? ' (The evidence says otherwise.)' : '';
    const remark = note === null ? '' : ` (${note})`;
    answer.item(`${valueText}${wrong}${remark}`, { source, asOf, evidence });
  }
}

/** The sources of a text of the entity. */
export function sourcesOf({ claims }: ClaimsFragment, property: ClaimProperty) {
  return (claims?.nodes ?? [])
    .filter((claim) => claim.property === property && claim.rank !== 'DEPRECATED')
    .slice(0, 2)
    .map(({ source, asOf, evidence }) => ({ source, asOf, evidence }));
}
