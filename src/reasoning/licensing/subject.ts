import type { Modality } from '../../ontology/vocabulary.ts';

/** What conditions ask of the model a license was given with; null: not known. */
export interface Subject {
  readonly modelId: string | null;
  readonly name: string | null;
  readonly multimodal: boolean | null;
  /** Who licenses it: its developers, or the stewards of a license asked about by itself. */
  readonly licensorIds: readonly string[] | null;
}

/** A license asked about by itself, without a model. */
export const noModel: Subject = { modelId: null, name: null, multimodal: null, licensorIds: null };

/** Whether a model has more than one modality, going in or coming out; null: not known. */
export function isMultimodal(
  input: readonly Modality[] | null,
  output: readonly Modality[] | null,
): boolean | null {
  const known = new Set([...(input ?? []), ...(output ?? [])]);
  if (known.size > 1) return true;
  return input === null || output === null ? null : false;
}
