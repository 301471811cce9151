// A name is a qualifier, a head and a facet: 80 × 50 × 25 = 100,000 different names.

const qualifiers = `adaptive adversarial asynchronous autoregressive balanced batched bayesian
  bidirectional bounded calibrated cascaded causal clustered compositional compressed conditional
  constrained contextual continual contrastive convolutional cooperative cyclic decentralized deep
  deferred dense differentiable discrete distilled distributed dynamic elastic embedded encrypted
  episodic equivariant evidential federated fine-grained frozen fused gated generative geometric
  gradual greedy hierarchical hybrid implicit incremental inductive interactive invariant iterative
  latent layered linear local low-rank masked modular monotone multilingual multimodal neural
  nonlinear parallel preference probabilistic quantized recurrent robust sparse speculative
  stochastic structured supervised symbolic temporal`.split(/\s+/);

const heads = `adapter agent alignment attention backbone beam benchmark cache classifier codebook
  corpus critic decoder detector distiller embedding encoder ensemble expert filter generator graph
  head index kernel layer lookup loss memory mixture model network normalizer optimizer planner
  policy pooling predictor prompt ranker regularizer retriever reward router sampler scheduler
  tokenizer tracker transformer verifier`.split(/\s+/);

const facets = `ablation annealing audit bias budget collapse coverage decay drift efficiency fusion
  horizon initialization latency merging overlap precision pruning routing scaling sharing stability
  tracing transfer warm-up`.split(/\s+/);

/** The number of terms with one qualifier and head. They are neighbors in the order of names. */
export const familySize = facets.length;

export const maxFamilies = qualifiers.length * heads.length;

/** The name of a member of a family. Families and members are numbered in the order of names. */
export function nameOf(family: number, member: number): string {
  const qualifier = qualifiers[Math.floor(family / heads.length)];
  return `${qualifier} ${heads[family % heads.length]} ${facets[member]}`;
}
