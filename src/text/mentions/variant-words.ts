import { fold } from '../fold/fold.ts';

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(fold));
}

/** Words that tell a model from its siblings, in any case: "Phi-4 mini", "DeepSeek R1 Distill". */
export const variantWords = folded(
  `mini nano micro tiny small medium large xl xxl huge giant pro max plus ultra lite light air flash
  turbo super fast base instruct instruction chat it thinking reasoning reasoner think vision vl
  visual audio speech voice omni multimodal video image code coder coding math prover medical zero
  distill distilled preview exp experimental next terminus speciale guard safeguard embed embedding
  embeddings rerank reranker reward judge rl rlhf dpo sft grpo lora qlora gguf ggml awq gptq mlx onnx
  quantized quant pruned merged merge abliterated uncensored
  heretic roleplay long open dense sparse moe tts asr draft scout maverick behemoth lightning hermes
  dolphin wizard tulu nemotron swallow`,
);

/**
 * Words that turn a name into an adjective after a hyphen. The text still means the name:
 * "GPT-5.5-class".
 */
export const compoundEndings = folded(
  `based like class style styled level family series derived powered compatible generated licensed
  era scale sized specific only related enabled native ready aware friendly inspired grade backed
  driven first oriented focused centric quality type compliant covered hosted owned built made led
  run developed trained equivalent adjacent written produced provided released sponsored
  funded approved model weight user team`,
);

/** Words before a hyphen that do not change what the name means: "non-MIT", "post-DeepSeek". */
export const compoundBeginnings = folded(
  'non pre post anti ex pro un all any inter intra cross single multi dual pseudo quasi',
);

/** Words that make the name of a license after them the name of another license. */
export const changingWords = folded('modified revised altered adapted amended customized');

/** Words that join two names and belong to neither: "MIT-or-Apache-2.0". */
export const joiningWords = folded('or and vs versus to with');

/** Capitalized words of titles and products that are not part of a model's name. */
export const titleWords = folded(
  `vs versus is are was were has have can will on in at by for from to of with via and or the this
  that how why what when where who using use uses under over than beats outperforms wins now new
  explained review release releases released launch launches launched announced announces technical
  report paper card readme model models family series suite team research license licence agreement
  terms policy community commercial weights tokenizer github gitlab huggingface ollama docker python
  rust linux windows android azure bedrock vertex colab kaggle api guide tutorial benchmark benchmarks
  results evaluation training inference deployment support supports integration architecture figure
  table section chapter step part version week day page tier number appendix january february march
  april may june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday international`,
);
