import { z } from 'zod';
import { zKeptLicense } from '../catalog/kept-line.ts';

/** YAML reads some tags as numbers or switches: "2024", "no". */
const zText = z
  .union([z.string(), z.number(), z.boolean()], 'expected text')
  .transform((value) => String(value).trim());
const zLicense = zText.pipe(zKeptLicense);
const zTexts = listOf(zText);
const zOptional = optional(zText);

function listOf(each: z.ZodType<string>) {
  return z
    .union([each, z.array(each)], 'expected text, or a list of texts')
    .nullish()
    .transform((value) => {
      const texts = Array.isArray(value) ? value : [value ?? ''];
      return texts.filter((text) => text !== '');
    });
}

function optional(text: z.ZodType<string>) {
  return text.nullish().transform((value) => (value == null || value === '' ? null : value));
}

/** The fields of a card's front matter that are read. All others are counted. */
export const zCardData = z.looseObject(
  {
    license: listOf(zLicense),
    license_name: optional(zLicense),
    license_link: optional(zLicense),
    base_model: zTexts,
    base_model_relation: zOptional,
    tags: zTexts,
    library_name: zOptional,
    pipeline_tag: zOptional,
    language: zTexts,
    datasets: zTexts,
  },
  'expected the metadata of a card: keys and values',
);
export type CardData = z.output<typeof zCardData>;

/** A card without metadata. */
export const noCardData: CardData = zCardData.parse({});
