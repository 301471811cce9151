import { addressOf, readAddress } from './addresses.ts';
import { type CardFields, cardFields } from './card-metadata.ts';
import { readExpression } from './expression.ts';
import { guess, rank } from './license-candidates.ts';
import type { LicenseIndex } from './license-index.ts';
import { lookUp, type Place, titleOf } from './look-up.ts';
import { namesNoLicense } from './not-licenses.ts';
import { qualifierReasons } from './qualifiers.ts';
import {
  answered,
  blank,
  candidatesIn,
  candidatesOf,
  expressed,
  nothing,
  type Outcome,
  one,
  targetsOf,
} from './resolution.ts';
import { examinedLength, tidy, unwrap } from './tidy.ts';
import { tokenize } from './tokens.ts';
import type { LicenseResolution } from './types.ts';

/** The longest name of a license. A longer text is a document or a list. */
const longestName = 1_000;

/**
 * Finds the license that a text means. It gives an answer only where it can explain the whole text:
 * a name or an identifier, an expression of them, or a known form around one. Any other word
 * ("-like", "+ AUP", "for code") leaves only candidates. It is pure, deterministic and linear in
 * the length.
 */
export function resolveLicense(index: LicenseIndex, text: string): LicenseResolution {
  const { text: input, cut } = tidy(text);
  const outcome = resolveTidy(index, input);
  const withheld = cut && outcome.kind !== 'CANDIDATES' && outcome.kind !== 'NONE';
  if (!cut) return { input, ...outcome };
  const note = `Only the first ${examinedLength.toLocaleString('en-US')} characters were examined.`;
  const reasons = [...outcome.reasons, note];
  return withheld
    ? { input, ...candidatesOf(targetsOf(outcome), reasons) }
    : { input, ...outcome, reasons };
}

function resolveTidy(index: LicenseIndex, input: string): Outcome {
  const text = unwrap(input);
  if (text === '') return nothing(['The text is empty.']);
  const fields = cardFields(input) ?? cardFields(text);
  if (fields !== null) return fromCard(index, fields);
  return fromWrapped(index, input, 'FREE');
}

const inParentheses = /^\(.*\)$/s;

/**
 * Resolves a text that quotes or brackets may enclose. Parentheses around an expression belong to
 * SPDX.
 */
function fromWrapped(index: LicenseIndex, text: string, place: Place): Outcome {
  const written = text.trim();
  const enclosed =
    written.length <= longestName && inParentheses.test(written)
      ? fromExpression(index, written)
      : null;
  if (enclosed?.kind === 'EXPRESSION') return enclosed;
  return fromText(index, unwrap(text) || text, place);
}

/** Resolves a free text, or the value of a tag. */
function fromText(index: LicenseIndex, text: string, place: Place): Outcome {
  if (text.length > longestName) return fromLongText(index, text);
  const url = addressOf(text);
  if (url !== null) return fromAddress(index, url);
  return whole(index, text, place) ?? fromForms(index, text, place) ?? guessed(index, text, []);
}

/** Resolves a text that is one name, or that stands in place of a name. */
function whole(index: LicenseIndex, text: string, place: Place): Outcome | null {
  const byId = index.spdxIds.get(text.toLowerCase());
  const tokens = tokenize(text, 41);
  const named = lookUp(index, tokens, place);
  if (named?.kind === 'SHARED' || byId === undefined) {
    if (named !== null) return answered(named);
    const none = namesNoLicense(tokens.all);
    return none === null ? null : nothing([none]);
  }
  return one(byId, [named?.reason ?? `“${text}” is an SPDX identifier of ${titleOf(byId)}.`]);
}

const leadIn =
  /^(?:(?:this|the|our) (?:model|project|software|work|repository|repo|library|package|dataset) (?:is )?)?(?:released|licensed|distributed|available|published|provided|made available) under (?:the )?(?:terms of (?:the )?)?/i;
const markdownLink = /^!?\[([^[\]]{1,300})\]\(([^()\s]{1,1000})\)$/;
const nameAndParentheses = /^([^()]{1,300}) ?\(([^()]{1,300})\)$/;

const orNewer = /^([^()]{1,200}) ?\(>= ?([0-9.]{1,10})\)$/;

/** Resolves a name in a common form, as with an introduction. */
function fromForms(index: LicenseIndex, text: string, place: Place): Outcome | null {
  const lead = leadIn.exec(text)?.[0] ?? '';
  if (lead !== '') {
    const rest = unwrap(text.slice(lead.length));
    const outcome =
      rest === '' ? null : (whole(index, rest, 'FREE') ?? fromExpression(index, rest));
    if (outcome !== null && outcome.kind !== 'NONE') return outcome;
  }
  const [, label, target] = markdownLink.exec(text) ?? [];
  if (label !== undefined && target !== undefined) return fromLink(index, unwrap(label), target);
  const [, family, since] = orNewer.exec(text) ?? [];
  if (family !== undefined && since !== undefined) {
    const named = lookUp(
      index,
      tokenize(`${family.replace(/licen[cs]e/i, '')} ${since} or later`, 41),
    );
    const note = 'In R packages “>=” stands for that version or any later one.';
    if (named?.kind === 'ONE') return candidatesOf([named.target], [note]);
  }
  const [, before, inside] = nameAndParentheses.exec(text) ?? [];
  if (before !== undefined && inside !== undefined) {
    const outcome = fromParentheses(index, before.trim(), inside.trim(), place);
    if (outcome !== null) return outcome;
  }
  return fromExpression(index, text) ?? fromSlashes(index, text);
}

function fromExpression(index: LicenseIndex, text: string): Outcome | null {
  const read = readExpression(index, text);
  if (read === null) return null;
  if ('problem' in read) return guessed(index, text, [read.problem]);
  const { root } = read.expression;
  if (root.type === 'LICENSE' && root.exception === null && !root.orLater) {
    return root.target === null
      ? guessed(index, text, [
          `${root.spdxId} is a well-formed reference that only its own document defines.`,
        ])
      : one(root.target, [`“${text}” is an SPDX expression of one license.`]);
  }
  return expressed(read.expression, read.targets);
}

/**
 * Resolves "MIT/Expat", which names one license twice. Different licenses with a slash stay
 * ambiguous.
 */
function fromSlashes(index: LicenseIndex, text: string): Outcome | null {
  const parts = text.length > 300 ? [] : text.split(/[/|;,&]/);
  if (parts.length < 2 || parts.length > 10) return null;
  const named = parts.map((part) => lookUp(index, tokenize(part, 41)));
  const targets = named.flatMap((found) => (found?.kind === 'ONE' ? [found.target] : []));
  if (targets.length < parts.length) return null;
  const distinct = [...new Set(targets)];
  const [first] = distinct;
  if (first !== undefined && distinct.length === 1)
    return one(first, ['All its parts name the same license.']);
  return candidatesOf(distinct, [
    'The text lists licenses and does not say whether all of them bind or the user chooses.',
  ]);
}

function fromParentheses(
  index: LicenseIndex,
  before: string,
  inside: string,
  place: Place,
): Outcome | null {
  const outer = lookUp(index, tokenize(before, 41), place);
  const url = addressOf(inside);
  const inner = url === null ? lookUp(index, tokenize(inside, 41)) : readAddress(index, url);
  if (outer?.kind === 'SHARED' && inner?.kind === 'SHARED') return answered(outer);
  if (outer === null || inner?.kind !== 'ONE') return null;
  const agrees =
    outer.kind === 'ONE'
      ? outer.target === inner.target
      : outer.candidates.some(({ target }) => target === inner.target);
  return agrees ? one(inner.target, [inner.reason, 'The name and the parentheses agree.']) : null;
}

function fromLink(index: LicenseIndex, label: string, target: string): Outcome {
  const named = fromText(index, label, 'FREE');
  const url = addressOf(target);
  const linked = url === null ? null : readAddress(index, url);
  if (linked?.kind !== 'ONE') return named;
  const silent = namesNoLicense(tokenize(label, 41).all) !== null;
  if (named.target === linked.target || silent) return one(linked.target, [linked.reason]);
  return candidatesOf(
    [...targetsOf(named), linked.target],
    ['The text of the link and its address do not plainly name the same license.'],
  );
}

function fromAddress(index: LicenseIndex, url: URL): Outcome {
  const read = readAddress(index, url);
  if (read.kind !== 'NONE') return answered(read);
  const hints = guess(index, tokenize(read.words, 60)).candidates.map((candidate) => ({
    ...candidate,
    confidence: Math.round(candidate.confidence * 50) / 100,
  }));
  return hints.length === 0
    ? nothing([read.reason])
    : { ...blank, kind: 'CANDIDATES', candidates: hints, reasons: [read.reason] };
}

function fromLongText(index: LicenseIndex, text: string): Outcome {
  return guessed(index, text, ['The text is too long for a name; it is searched for names only.']);
}

const otherTag = /^(?:other|custom|unknown|)$/i;

/**
 * Resolves the fields of a card. The name counts where the tag is "other". Fields that disagree are
 * reported.
 */
function fromCard(index: LicenseIndex, fields: CardFields): Outcome {
  const tags = fields.licenses.filter((tag) => fields.name === null || !otherTag.test(tag));
  const place: Place = fields.spdx ? 'SPDX' : 'TAG';
  const values = fields.name === null ? tags : [...tags, fields.name];
  const outcomes = values.map((value) => fromWrapped(index, value, place));
  const url = fields.link === null ? null : addressOf(unwrap(fields.link));
  const linked = url === null ? null : readAddress(index, url);
  if (linked !== null && (linked.kind === 'ONE' || outcomes.length === 0)) {
    outcomes.push(linked.kind === 'NONE' ? nothing([linked.reason]) : answered(linked));
  }
  const [first] = outcomes;
  if (first === undefined) return nothing(['The license field is empty.']);
  const agree = outcomes.every(
    (outcome) => outcome.kind === first.kind && key(outcome) === key(first),
  );
  if (agree && fields.extra === null) return first;
  const reasons = agree
    ? [
        'The text says more than its license field.',
        ...qualifierReasons(tokenize(fields.extra ?? '', 60).all),
      ]
    : [
        'The fields do not name the same license.',
        ...outcomes.flatMap((outcome) => outcome.reasons),
      ];
  const candidates = rank(outcomes.flatMap(candidatesIn));
  if (candidates.length === 0) return nothing([...new Set(reasons)]);
  return { ...blank, kind: 'CANDIDATES', candidates, reasons: [...new Set(reasons)] };
}

function key(outcome: Outcome): unknown {
  return outcome.target ?? outcome.expression?.text ?? outcome.reasons.join('\n');
}

function guessed(index: LicenseIndex, text: string, reasons: readonly string[]): Outcome {
  const tokens = tokenize(text);
  const { candidates, leftOver, denied } = guess(index, tokens);
  const all = [...reasons, ...qualifierReasons(leftOver)];
  if (denied.length > 0) all.push(`The text says that it is not ${denied.slice(0, 3).join(', ')}.`);
  if (candidates.length === 0) {
    return nothing(all.length > 0 ? all : ['Nothing in the text is like the name of a license.']);
  }
  if (all.length === 0) all.push('No license has exactly this name.');
  return { ...blank, kind: 'CANDIDATES', candidates, reasons: all };
}
