import { z } from 'zod';

/** YAML reads some tags as numbers or switches: "2024", "no". */
const zText = z
  .union([z.string(), z.number(), z.boolean()], 'expected text')
  .transform((value) => String(value).trim());
const zTexts = z
  .union([zText, z.array(zText)], 'expected text, or a list of texts')
  .nullish()
  .transform((value) => {
    const texts = Array.isArray(value) ? value : [value ?? ''];
    return texts.filter((text) => text !== '');
  });
const zOptional = zText
  .nullish()
  .transform((value) => (value == null || value === '' ? null : value));

/** The fields of a card's front matter that are read. All others are counted. */
export const zCardData = z.looseObject(
  {
    license: zTexts,
    license_name: zOptional,
    license_link: zOptional,
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
