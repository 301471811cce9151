import fc from 'fast-check';

/** Text of every kind: plain words, any code point, lone surrogates, signs. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom('MoEs', "Meta's", 'GPT4', '3.1', 'A+', '&', ' ', '-', '.', '½', 'é', '’s'),
    )
    .map((parts) => parts.join('')),
);
