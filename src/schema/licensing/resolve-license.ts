import { enumeration } from '../../ontology/enumeration.ts';
import { resolveLicense } from '../../text/license-strings/resolve.ts';
import type {
  LicenseCandidate,
  LicenseResolution,
  ResolutionKind,
} from '../../text/license-strings/types.ts';
import { boundedText } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { entityField } from '../fields/entity-field.ts';
import { LicenseRef } from '../refs.ts';
import { LicenseExpressionRef, SpdxLicenseRef } from './license-expression-type.ts';

const maxText = 10_000;

const ResolutionKindRef = enumRef(
  enumeration<ResolutionKind>('LicenseResolutionKind', 'The kinds of result for a text.', {
    LICENSE: 'The text names one license of this graph.',
    SPDX_LICENSE:
      'The text names one license of the SPDX License List that this graph does not have.',
    EXPRESSION: 'The text names several licenses, or one with an exception or "or later".',
    CANDIDATES: 'The text leaves open which license it means.',
    NONE: 'The text names no license.',
  }),
);

const CandidateRef = builder.objectRef<LicenseCandidate>('LicenseCandidate').implement({
  description: 'A license that a text may mean.',
  fields: (t) => ({
    license: entityField(
      t,
      LicenseRef,
      'The license in this graph. Null if the graph does not have it.',
      ({ target }) => target.license?.id ?? null,
    ),
    spdxLicense: t.field({
      type: SpdxLicenseRef,
      nullable: true,
      description: 'Its entry on the SPDX License List. Null if it has none.',
      resolve: ({ target }) => target.spdx,
    }),
    confidence: t.exposeFloat('confidence', {
      description:
        'How well the text matches it, from 0 to 1. It is meant for ranking and is not a probability.',
    }),
    reason: t.exposeString('reason', { description: 'Why it is listed, in words.' }),
  }),
});

const ResolutionRef = builder.objectRef<LicenseResolution>('LicenseResolution').implement({
  description: 'What license a text means, and why.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ResolutionKindRef, description: 'What the text says.' }),
    input: t.exposeString('input', {
      description:
        'The text as it was examined: white space normalized, invisible characters removed.',
    }),
    license: entityField(
      t,
      LicenseRef,
      'The license that the text names. Only for the kind LICENSE.',
      ({ target }) => target?.license?.id ?? null,
    ),
    spdxLicense: t.field({
      type: SpdxLicenseRef,
      nullable: true,
      description: 'The entry on the SPDX License List of the license it names.',
      resolve: ({ target }) => target?.spdx ?? null,
    }),
    expression: t.expose('expression', {
      type: LicenseExpressionRef,
      nullable: true,
      description: 'The license expression that the text gives. Only for the kind EXPRESSION.',
    }),
    candidates: t.expose('candidates', {
      type: [CandidateRef],
      description: 'Licenses it may mean, best first, at most ten.',
    }),
    reasons: t.exposeStringList('reasons', {
      description: 'The reasons for this result, in words.',
    }),
  }),
});

builder.queryField('resolveLicense', (t) =>
  t.field({
    type: ResolutionRef,
    nullable: true,
    description:
      'The license that a text means, as model cards, programs and people write it. If the text leaves doubt, the answer is a list of candidates, never a guess.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Any text of at most ${maxText} UTF-16 code units.`,
      }),
    },
    resolve: async (_root, args, context) => {
      const text = boundedText('text', args.text, maxText);
      const licenses = await context.loaders.licenseNames();
      return resolveLicense(licenses, text);
    },
  }),
);
