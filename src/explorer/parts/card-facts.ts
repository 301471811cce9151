import type { DataOf } from '../documents.ts';
import { counted, largeNumber, termKindWords, verdictWords } from '../words.ts';

type Entity = NonNullable<DataOf<'card'>['entity']>;

/** The most important facts, for a card, each with its name. */
export function cardFacts(entity: Entity): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Kind', 'termKind' in entity ? termKindWords[entity.termKind] : null],
    ['Examples', 'examples' in entity ? models(entity.examples?.totalCount) : null],
    ['Released', 'releasedOn' in entity ? entity.releasedOn : null],
    [
      'Parameters',
      'totalParameters' in entity && entity.totalParameters !== null
        ? largeNumber(entity.totalParameters)
        : null,
    ],
    [
      'License of the weights',
      'licenses' in entity ? entity.licenses?.nodes.map(({ name }) => name).join(', ') : null,
    ],
    [
      'Open weights',
      'openness' in entity && entity.openness?.[0]
        ? verdictWords[entity.openness[0].verdict]
        : null,
    ],
    ['Class', 'licenseClass' in entity ? entity.licenseClass?.name : null],
    ['OSI-approved', 'osiApproved' in entity ? yesOrNo(entity.osiApproved) : null],
    ['Models', 'models' in entity ? models(entity.models?.totalCount) : null],
    ['Free', 'free' in entity ? yesOrNo(entity.free) : null],
  ];
  return facts.flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, value] as const],
  );
}

function models(count: number | null | undefined): string | null {
  return count ? counted(count, 'model') : null;
}

function yesOrNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no';
}
