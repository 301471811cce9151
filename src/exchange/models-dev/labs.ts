/** A lab that also serves its models. Its own entries describe the models. */
interface Lab {
  /** The name of the service on models.dev. */
  readonly service: string;
  /** The name of the lab on models.dev. */
  readonly lab: string;
  /** The ids of its own models. A service may also have models of others. */
  readonly own: RegExp;
}

const labs: readonly Lab[] = [
  { service: 'alibaba', lab: 'alibaba', own: /^(?:qwen|qwq|qvq|wan|tongyi)/i },
  { service: 'anthropic', lab: 'anthropic', own: /^claude/i },
  { service: 'cohere', lab: 'cohere', own: /^(?:command|c4ai|aya|embed|rerank|north)/i },
  { service: 'deepseek', lab: 'deepseek', own: /^deepseek/i },
  { service: 'google', lab: 'google', own: /^(?:gemini|gemma|imagen|veo)/i },
  { service: 'llama', lab: 'meta', own: /^llama/i },
  { service: 'minimax', lab: 'minimax', own: /^minimax/i },
  {
    service: 'mistral',
    lab: 'mistral',
    own: /^(?:open-)?(?:mistral|mixtral|ministral|magistral|codestral|devstral|pixtral|voxtral)/i,
  },
  { service: 'moonshotai', lab: 'moonshotai', own: /^kimi/i },
  { service: 'nvidia', lab: 'nvidia', own: /^nvidia\//i },
  {
    service: 'openai',
    lab: 'openai',
    own: /^(?:gpt|o\d|chatgpt|codex|text-embedding|whisper|dall-e|tts|sora|computer-use)/i,
  },
  { service: 'perplexity', lab: 'perplexity', own: /^sonar/i },
  { service: 'stepfun', lab: 'stepfun', own: /^step/i },
  { service: 'xai', lab: 'xai', own: /^grok/i },
  { service: 'xiaomi', lab: 'xiaomi', own: /^mimo/i },
  { service: 'zai', lab: 'zhipuai', own: /^glm/i },
  { service: 'zhipuai', lab: 'zhipuai', own: /^glm/i },
];

/**
 * The id of a model on its maker's own service, "openai/gpt-5"; null for a model of another lab.
 */
export function ownModelId(service: string, id: string): string | null {
  const lab = labs.find((each) => each.service === service && each.own.test(id));
  if (lab === undefined) return null;
  const prefix = `${lab.lab}/`;
  return id.startsWith(prefix) ? id : `${prefix}${id}`;
}
