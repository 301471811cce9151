/**
 * The officially assigned alpha-2 codes of ISO 3166-1 (249 of them), and XK, a user-assigned code
 * that the European Commission and others use for Kosovo.
 * Source: ISO 3166 Maintenance Agency, read 2026-11; compared in the tests with graphql-scalars.
 */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS ' +
  'BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE ' +
  'EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM ' +
  'HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC ' +
  'LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO ' +
  'TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

export const countryCodes: ReadonlySet<string> = new Set(codes.split(' '));

/**
 * From the first day of membership (inclusive) to the last (exclusive); null means still a member.
 */
interface Membership {
  readonly since: string;
  readonly until: string | null;
}

function members(since: string, list: string, until: string | null = null) {
  return list.split(' ').map((code): readonly [string, Membership] => [code, { since, until }]);
}

/**
 * The European Union by day. Member states and accession dates: europa.eu, "EU countries" (27 since
 * 2020-02-01). The United Kingdom left at the end of 2020-01-31 by the Withdrawal Agreement, Art.
 * 185. A territory with its own code that the Treaties cover (TFEU Art. 355(1) and (4)) counts with
 * its state: Guadeloupe, French Guiana, Martinique, Réunion, Saint Martin, Mayotte (since 2014),
 * Åland. Norway, Switzerland and others of the EEA or EFTA are not members. Read 2026-11.
 */
const unionMemberships: ReadonlyMap<string, Membership> = new Map([
  ...members('1958-01-01', 'BE DE FR IT LU NL GP GF MQ RE MF'),
  ...members('1973-01-01', 'DK IE'),
  ...members('1973-01-01', 'GB GI', '2020-02-01'),
  ...members('1981-01-01', 'GR'),
  ...members('1986-01-01', 'ES PT'),
  ...members('1995-01-01', 'AT FI SE AX'),
  ...members('2004-05-01', 'CY CZ EE HU LT LV MT PL SI SK'),
  ...members('2007-01-01', 'BG RO'),
  ...members('2013-07-01', 'HR'),
  ...members('2014-01-01', 'YT'),
]);

/** Whether a country is part of the European Union on a day (YYYY-MM-DD). */
export function isInEuropeanUnion(code: string, day: string): boolean {
  const membership = unionMemberships.get(code);
  if (membership === undefined || day < membership.since) return false;
  return membership.until === null || day < membership.until;
}

/** Names in use that the list of names lacks, or has in some versions of Node only. */
const otherNames: Readonly<Record<string, string>> = {
  'Czech Republic': 'CZ',
  'DR Congo': 'CD',
  'Ivory Coast': 'CI',
  Macau: 'MO',
  Turkey: 'TR',
  Turkiye: 'TR',
  UAE: 'AE',
  USA: 'US',
  'United States of America': 'US',
};

/** A name without case, accents and signs, and without its article. */
function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .replace(/^st /, 'saint ')
    .replace(/^the /, '');
}

/** Made when a name is first asked for: Node takes tens of milliseconds to read its list of names. */
let codesByName: ReadonlyMap<string, string> | null = null;

function readNames(): ReadonlyMap<string, string> {
  const listed = (['long', 'short'] as const).flatMap((style) => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', style });
    return [...countryCodes].map((code) => [names.of(code) ?? code, code] as const);
  });
  return new Map(
    [...listed, ...Object.entries(otherNames)].map(([name, code]) => [foldedName(name), code]),
  );
}

/** The code of a country, given as a code or by its English name; null for all other texts. */
export function countryNamed(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (countryCodes.has(code)) return code;
  if (countryHint(code) !== null) return null;
  codesByName ??= readNames();
  return codesByName.get(foldedName(text)) ?? null;
}

/** Codes that people write for a country although ISO 3166-1 has another code or none. */
const mistaken: Readonly<Record<string, string>> = {
  UK: 'GB (the United Kingdom)',
  EL: 'GR (Greece)',
  EU: 'the code of a country: the European Union is not a country',
};

/** The suggestion for an unknown code; null where there is none. */
export function countryHint(code: string): string | null {
  return mistaken[code.toUpperCase()] ?? null;
}
