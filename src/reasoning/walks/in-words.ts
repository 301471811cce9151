import type { Activity } from '../../ontology/use-vocabulary.ts';
import type { Artifact } from '../../ontology/vocabulary.ts';

/** The names of artifacts in sentences. */
export const artifactInWords: { readonly [Each in Artifact]: string } = {
  WEIGHTS: 'the weights',
  INFERENCE_CODE: 'the inference code',
  TRAINING_CODE: 'the training code',
  TRAINING_DATA: 'the training data',
};

/** The names of activities in sentences. */
export const activityInWords: { readonly [Each in Activity]: string } = {
  RUN: 'running it',
  FINE_TUNE: 'training it further',
  OFFER_PRODUCT: 'offering a product with it',
  HOST_AS_SERVICE: 'giving others access to it',
  REDISTRIBUTE: 'passing it on',
  TRAIN_ON_OUTPUTS: 'training models on its outputs',
  SELL_OUTPUTS: 'selling its outputs',
  USE_HOSTED_PRODUCT: 'using a product that others run',
};
