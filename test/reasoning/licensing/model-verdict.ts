import type { Artifact } from '../../../src/ontology/vocabulary.ts';
import {
  type EffectiveLicenses,
  licensesOf,
} from '../../../src/reasoning/licensing/effective-licenses.ts';
import type { LineageGraph } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { boundVerdict, modelBinding } from '../../../src/reasoning/licensing/model-binding.ts';
import type { UseProfile } from '../../../src/reasoning/licensing/use-profile.ts';
import type { UseVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';

/** The verdict on an artifact of a model. `profile` gives the artifact and the day. */
export function modelVerdict(
  graph: LineageGraph,
  modelId: string,
  profile: UseProfile,
): UseVerdict {
  const { artifact } = profile.use;
  return boundVerdict(modelBinding(graph, modelId, artifact, profile.day), profile);
}

/** The licenses that bind a user of a model's artifact on a day, with their conflicts. */
export function effectiveLicenses(
  graph: LineageGraph,
  modelId: string,
  artifact: Artifact,
  day: string,
): EffectiveLicenses {
  return licensesOf(modelBinding(graph, modelId, artifact, day), artifact);
}
