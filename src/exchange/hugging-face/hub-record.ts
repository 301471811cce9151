import { z } from 'zod';
import { type CardData, noCardData, zCardData } from './card-data.ts';

const zCount = z.number('expected a number');

/** A model as the Hub's API returns it, in a list or alone. */
export const zHubRecord = z
  .looseObject(
    {
      id: z.string('expected text').optional(),
      modelId: z.string('expected text').optional(),
      lastModified: z.string('expected text').nullish(),
      gated: z.union([z.boolean(), z.string()], 'expected false, "auto" or "manual"').nullish(),
      private: z.boolean('expected true or false').nullish(),
      tags: z.array(z.string('expected text'), 'expected a list of tags').nullish(),
      pipeline_tag: z.string('expected text').nullish(),
      library_name: z.string('expected text').nullish(),
      cardData: zCardData.nullish(),
      safetensors: z
        .looseObject({
          total: zCount.optional(),
          parameters: z.record(z.string(), zCount, 'expected counts by type').optional(),
        })
        .nullish(),
      siblings: z
        .array(z.looseObject({ rfilename: z.string('expected text') }), 'expected a list of files')
        .nullish(),
    },
    'expected a model as the API of the Hub gives it: an object',
  )
  .refine(({ id, modelId }) => (id ?? modelId ?? '') !== '', {
    path: ['id'],
    message: 'expected the id of a repository',
  });
export type HubRecord = z.output<typeof zHubRecord>;

/** The metadata of a record's card. If the API left it out, it is made from the tags. */
export function cardOf({ cardData, tags, pipeline_tag, library_name }: HubRecord): CardData {
  const tagged = tags ?? [];
  const after = (prefix: string) =>
    tagged.flatMap((tag) => (tag.startsWith(prefix) ? [tag.slice(prefix.length)] : []));
  const bases = after('base_model:').map((tag) => /^(?:([a-z]+):)?(.+)$/.exec(tag));
  const related = bases.find((base) => base?.[1] !== undefined)?.[1] ?? null;
  const card = cardData ?? {
    ...noCardData,
    license: after('license:'),
    base_model: [...new Set(bases.flatMap((base) => base?.[2] ?? []))],
  };
  return {
    ...card,
    base_model_relation: card.base_model_relation ?? related,
    tags: [...new Set([...card.tags, ...tagged])],
    pipeline_tag: card.pipeline_tag ?? pipeline_tag ?? null,
    library_name: card.library_name ?? library_name ?? null,
  };
}
