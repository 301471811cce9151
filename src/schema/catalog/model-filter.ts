import type { Architecture, Artifact, Availability, Modality } from '../../ontology/vocabulary.ts';
import type { Condition, Hop } from '../../store/list-condition.ts';
import { builder } from '../builder.ts';
import { ArchitectureRef, AvailabilityRef, ModalityRef } from '../enums.ts';
import type { EdgesArguments } from '../fields/edges-field.ts';
import {
  allOf,
  type DateRange,
  DateRangeInput,
  inDays,
  inRange,
  linkedTo,
  oneOf,
  type SafeIntRange,
  SafeIntRangeInput,
  textContains,
} from '../fields/filter-conditions.ts';
import type { NamingFields } from '../fields/filter-names.ts';

export interface ModelFilter {
  readonly text?: string | null | undefined;
  readonly developers?: readonly string[] | null | undefined;
  readonly licenses?: readonly string[] | null | undefined;
  readonly licenseClasses?: readonly string[] | null | undefined;
  readonly families?: readonly string[] | null | undefined;
  readonly architectures?: readonly Architecture[] | null | undefined;
  readonly weights?: readonly Availability[] | null | undefined;
  readonly inferenceCode?: readonly Availability[] | null | undefined;
  readonly trainingCode?: readonly Availability[] | null | undefined;
  readonly trainingData?: readonly Availability[] | null | undefined;
  readonly inputModalities?: readonly Modality[] | null | undefined;
  readonly outputModalities?: readonly Modality[] | null | undefined;
  readonly releasedOn?: DateRange | null | undefined;
  readonly contextTokens?: SafeIntRange | null | undefined;
  readonly totalParameters?: SafeIntRange | null | undefined;
  readonly activeParameters?: SafeIntRange | null | undefined;
}

export interface ModelFilterArgument extends EdgesArguments {
  readonly filter?: ModelFilter | null | undefined;
}

export const ModelFilterInput = builder.inputType('ModelFilter', {
  description:
    'Conditions on models. All conditions that are given must hold. An empty list is an error: leave it out instead. A name that was not found gives the error NOT_FOUND, with suggestions.',
  fields: (t) => {
    const availability = (what: string) =>
      t.field({
        type: [AvailabilityRef],
        description: `The availability of ${what} is one of these.`,
      });
    const slugs = (description: string) => t.stringList({ description });
    return {
      text: t.string({
        description: 'The name, slug or an alias contains this text. Case is ignored.',
      }),
      developers: slugs('Developed by one of these organizations (slugs, also former ones).'),
      licenses: slugs(
        'An artifact is, or once was, licensed under one of these licenses (slugs, also former ones, or SPDX ids).',
      ),
      licenseClasses: slugs(
        'An artifact is, or once was, under a license of one of these classes (slugs of terms, also former ones).',
      ),
      families: slugs(
        'Of one of these families (names as familyName gives them, in the same case).',
      ),
      architectures: t.field({
        type: [ArchitectureRef],
        description: 'Has one of these architectures.',
      }),
      weights: availability('the weights'),
      inferenceCode: availability('the inference code'),
      trainingCode: availability('the training code'),
      trainingData: availability('the training data'),
      inputModalities: t.field({
        type: [ModalityRef],
        description: 'Accepts one of these kinds of input.',
      }),
      outputModalities: t.field({
        type: [ModalityRef],
        description: 'Produces one of these kinds of output.',
      }),
      releasedOn: t.field({ type: DateRangeInput, description: 'Released in this range of days.' }),
      contextTokens: t.field({
        type: SafeIntRangeInput,
        description: 'Context length, in tokens.',
      }),
      totalParameters: t.field({ type: SafeIntRangeInput, description: 'Number of parameters.' }),
      activeParameters: t.field({
        type: SafeIntRangeInput,
        description: 'Number of parameters used for one token.',
      }),
    };
  },
});

/** From a model to what the filters of the same names look at. */
export const developerHops: readonly Hop[] = [{ type: 'DEVELOPED_BY', direction: 'OUT' }];
export const licenseHops: readonly Hop[] = [{ type: 'LICENSED_UNDER', direction: 'OUT' }];
export const licenseClassHops: readonly Hop[] = [
  ...licenseHops,
  { type: 'CLASSIFIED_AS', direction: 'OUT' },
];

/** The fields of the filter that name things. */
export const modelFilterNames: NamingFields<keyof ModelFilter> = {
  developers: { kind: 'ORGANIZATION' },
  licenses: { kind: 'LICENSE' },
  licenseClasses: { kind: 'TERM' },
  families: { kind: 'MODEL', property: 'familyName' },
};

/** The condition a filter stands for; null for none. Throws a coded error on bad values. */
export function modelCondition(filter: ModelFilter | null | undefined): Condition | null {
  if (!filter) return null;
  return allOf([
    textContains('filter.text', filter.text),
    linkedTo('filter.developers', developerHops, filter.developers),
    linkedTo('filter.licenses', licenseHops, filter.licenses),
    linkedTo('filter.licenseClasses', licenseClassHops, filter.licenseClasses),
    oneOf('filter.families', 'familyName', filter.families),
    oneOf('filter.architectures', 'architecture', filter.architectures),
    available('WEIGHTS', 'filter.weights', filter.weights),
    available('INFERENCE_CODE', 'filter.inferenceCode', filter.inferenceCode),
    available('TRAINING_CODE', 'filter.trainingCode', filter.trainingCode),
    available('TRAINING_DATA', 'filter.trainingData', filter.trainingData),
    oneOf('filter.inputModalities', 'inputModalities', filter.inputModalities),
    oneOf('filter.outputModalities', 'outputModalities', filter.outputModalities),
    inDays('filter.releasedOn', 'sortReleasedOn', filter.releasedOn),
    inRange('filter.contextTokens', 'contextTokens', filter.contextTokens),
    inRange('filter.totalParameters', 'totalParameters', filter.totalParameters),
    inRange('filter.activeParameters', 'activeParameters', filter.activeParameters),
  ]);
}

function available(
  artifact: Artifact,
  argument: string,
  wanted: readonly Availability[] | null | undefined,
): Condition | null {
  return oneOf(
    argument,
    'availabilityKeys',
    wanted?.map((value) => `${artifact}=${value}`),
  );
}
