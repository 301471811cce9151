import { z } from 'zod';
import { enumeration, valuesOf, zodEnum } from './enumeration.ts';
import { type ClaimProperty, claimProperties } from './properties.ts';
import { EntityKindEnum, zArtifact } from './vocabulary.ts';

/** From the most to the least serious: the order in which disagreements are listed. */
const ConsequenceEnum = enumeration(
  'DisagreementConsequence',
  'What depends on which side of a disagreement is right, judged for its subject alone.',
  {
    VERDICT:
      'Whether a use is allowed. The answers differ for at least one of a fixed set of uses.',
    LICENSE: 'Which license binds, and so which duties. The answers are the same.',
    OPENNESS: 'Whether a definition of openness is met.',
    BEST_VALUE: 'Which value is shown: two current claims contradict each other.',
    NONE: 'Nothing. One side is deprecated, and no answer depends on it.',
  },
);
export type Consequence = keyof typeof ConsequenceEnum.values;
export const consequences: readonly Consequence[] = valuesOf(ConsequenceEnum);

/** A contradiction between sources on one property of one entity, and its consequence. */
export const zDisagreementRecord = z.object({
  id: z.string(),
  subjectId: z.string(),
  kind: zodEnum(EntityKindEnum),
  property: z.enum(claimProperties as unknown as [ClaimProperty]),
  artifact: zArtifact.nullable(),
  consequence: zodEnum(ConsequenceEnum),
  /** Whether two current claims contradict each other, so that the disagreement is open. */
  contested: z.boolean(),
  /** The differences, in words. */
  effects: z.array(z.string()),
  /** All claims that contradict another one, best first. */
  claimIds: z.array(z.string()),
  /**
   * Consequence, contested, number of effects, subject, property, artifact: unique for each record.
   */
  sort: z.string(),
});
export type DisagreementRecord = z.infer<typeof zDisagreementRecord>;
