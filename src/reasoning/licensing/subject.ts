import type { Modality } from '../../ontology/vocabulary.ts';

/** The facts about a model that conditions depend on; null means not known. */
export interface Subject {
  readonly modelId: string | null;
  readonly name: string | null;
  readonly multimodal: boolean | null;
  /**
   * The ids of the licensors: the developers of the model, or the stewards of a license without a
   * model.
   */
  readonly licensorIds: readonly string[] | null;
}

/** For a question about a license without a model. */
export const noModel: Subject = { modelId: null, name: null, multimodal: null, licensorIds: null };

/** Whether a model has more than one modality, as input or output; null means not known. */
export function isMultimodal(
  input: readonly Modality[] | null,
  output: readonly Modality[] | null,
): boolean | null {
  const known = new Set([...(input ?? []), ...(output ?? [])]);
  if (known.size > 1) return true;
  return input === null || output === null ? null : false;
}
