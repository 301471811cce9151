import type {
  Artifact,
  ClaimProperty,
  DisagreementConsequence,
  Evidence,
  Rank,
} from '../documents/types.ts';
import { artifactWords, consequenceWords, propertyWords } from '../words.ts';
import { type Cited, Section } from './basics.tsx';
import { Claim } from './claims.tsx';

interface DisagreementFacts {
  readonly property: ClaimProperty;
  readonly artifact: Artifact | null;
  readonly contested: boolean;
  readonly consequence: DisagreementConsequence;
  readonly effects: readonly string[];
  readonly claims:
    | readonly {
        readonly valueText: string;
        readonly rank: Rank;
        readonly asOf: string | null;
        readonly note: string | null;
        readonly evidence: Evidence | null;
        readonly source: Cited | null;
      }[]
    | null;
}

/** The subject of a disagreement: "License of the weights". */
export function subjectOf(property: ClaimProperty, artifact: Artifact | null): string {
  const what = propertyWords[property];
  return artifact === null ? what : `${what} of the ${artifactWords[artifact].toLowerCase()}`;
}

/** Disagreements between sources: every side with its source, and the consequence. */
export function Disagreements({ found }: { found: readonly DisagreementFacts[] }) {
  return (
    <Section id="disagreements" title="Where sources disagree" show={found.length > 0}>
      {found.map((each) => (
        <>
          <h3>{subjectOf(each.property, each.artifact)}</h3>
          <DisagreementSides of={each} />
        </>
      ))}
    </Section>
  );
}

/** The sides of a disagreement with their sources, and the consequence. */
export function DisagreementSides({ of }: { of: DisagreementFacts }) {
  const { property, contested, consequence, effects, claims } = of;
  return (
    <>
      {claims?.map((claim) => (
        <div class="side">
          <p>
            <Claim claim={{ ...claim, property }} />
          </p>
        </div>
      ))}
      <p class="note">
        {contested
          ? 'It is not settled which one is right. '
          : 'The evidence settles which one to believe. '}
        {consequenceWords[consequence]}
      </p>
      {effects.length > 0 && (
        <details>
          <summary>What would change</summary>
          <ul>
            {effects.map((effect) => (
              <li>{effect}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
