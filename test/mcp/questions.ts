import type { Arguments } from './tools-client.ts';

/** What somebody asks a model, the calls by which it finds out, and what their answers must hold. */
export interface Question {
  readonly question: string;
  /** At most two. */
  readonly calls: readonly (readonly [tool: string, given: Arguments])[];
  readonly holds: readonly (string | RegExp)[];
  readonly lacks?: readonly (string | RegExp)[];
}

/** Questions of the kinds that people ask; what the answers must hold was read in the seeds. */
export const questions: readonly Question[] = [
  {
    question: 'May we ship a fine-tune of Llama 4 from Berlin?',
    calls: [
      [
        'may_i_use',
        { model: 'Llama 4', activities: ['FINE_TUNE', 'REDISTRIBUTE'], based_in: 'Germany' },
      ],
    ],
    holds: [
      /^Llama 4 Maverick, Llama 4 Scout: No\./,
      /Acceptable Use Policy, last paragraph: .* principal place of business in, the European Union/,
      'based in DE',
      '/licenses/llama-4-community',
    ],
  },
  {
    question: 'And a fine-tune of Llama 3.3, from Berlin, for a company of 2 million users?',
    calls: [
      [
        'may_i_use',
        {
          model: 'Llama 3.3 70B',
          activities: ['FINE_TUNE', 'REDISTRIBUTE'],
          based_in: 'DE',
          peak_monthly_active_users: 2_000_000,
          fields_of_use: [],
        },
      ],
    ],
    holds: [/^Llama 3\.3 70B.*: Yes, with duties\./, 'Built with Llama', 'Pass on the license'],
    lacks: ['What would settle it'],
  },
  {
    question: 'What does “open weights” mean, and which such models are not really open?',
    calls: [
      ['describe', { name: 'open weights' }],
      [
        'models_for_use',
        {
          weights: ['OPEN', 'GATED'],
          license_classes: ['community', 'research', 'non-commercial'],
        },
      ],
    ],
    holds: [
      'trained parameters of a model are published for download',
      /contrast with: .*Open source AI/,
      /Kimi K3: .*open weights: yes; Open Source AI Definition: no; OSI-approved license: no/,
    ],
  },
  {
    question: 'Which MIT models over 100B have a long context?',
    calls: [
      [
        'models_for_use',
        {
          licenses: ['MIT'],
          min_parameters: 100_000_000_000,
          min_context_tokens: 200_000,
          sort: 'context',
        },
      ],
    ],
    holds: [
      'longest context first',
      /GLM-5\.2: .*744 billion parameters.*1,000,000 tokens; weights under MIT License/,
      'DeepSeek-V4-Pro',
    ],
    lacks: ['Phi-4', 'Kimi K2:'],
  },
  {
    question: 'What license is this string: apache2?',
    calls: [['resolve_license', { text: 'apache2' }]],
    holds: ['“apache2” is the Apache License 2.0', 'SPDX identifier Apache-2.0', 'approved by'],
  },
  {
    question: 'A model card says “llama license”: which one?',
    calls: [['resolve_license', { text: 'llama license' }]],
    holds: ['leaves open which license it means', 'Llama 2 Community License', 'llama-4-community'],
    lacks: ['is the Llama'],
  },
  {
    question: 'Our package says “GPL-3.0-or-later WITH Classpath-exception-2.0 OR MIT”. And now?',
    calls: [['resolve_license', { text: 'GPL-3.0-or-later WITH Classpath-exception-2.0 OR MIT' }]],
    holds: ['is the expression', 'with the exception Classpath-exception-2.0', 'MIT: MIT License'],
  },
  {
    question: 'What do MIT and Apache 2.0 ask for that differs?',
    calls: [['compare', { names: ['MIT', 'Apache 2.0'] }]],
    holds: [/MIT License: pass on the notices\n/, /Apache License 2\.0: .*say what you changed/],
  },
  {
    question: 'DeepSeek-R1-Distill-Llama-70B says MIT. Is that all?',
    calls: [['describe', { name: 'DeepSeek-R1-Distill-Llama-70B' }]],
    holds: [
      /Weights: Llama 3\.3 Community License .*The model does not state it/,
      'Derived from: Llama 3.3 70B Instruct',
      'is not an OSI-approved license',
    ],
  },
  {
    question: 'May a French company with 2 million users put Kimi K2 into its product?',
    calls: [
      [
        'may_i_use',
        {
          model: 'Kimi K2',
          activities: ['OFFER_PRODUCT'],
          based_in: 'France',
          monthly_active_users: 2_000_000,
          peak_monthly_revenue: 1_000_000,
          fields_of_use: [],
        },
      ],
    ],
    holds: [/^Kimi K2: Yes\./, 'based in FR', '2,000,000 users in a month', '1,000,000 USD'],
  },
  {
    question: 'And with 200 million users?',
    calls: [
      [
        'may_i_use',
        { model: 'Kimi K2', activities: ['OFFER_PRODUCT'], monthly_active_users: 200_000_000 },
      ],
    ],
    holds: [/^Kimi K2: Yes, with duties\./, 'Show a name “Kimi K2”'],
  },
  {
    question: 'We sell access to models, with 30 million dollars a year. May we host Kimi K3?',
    calls: [
      [
        'may_i_use',
        {
          model: 'Kimi K3',
          activities: ['HOST_AS_SERVICE'],
          annual_revenue: 30_000_000,
          business: ['MODEL_AS_A_SERVICE'],
          internal_use: false,
        },
      ],
    ],
    holds: [/^Kimi K3: Only with an agreement: ask the licensor\./, 'needs an agreement'],
  },
  {
    question: 'Which models with a context of a million tokens may we host for customers?',
    calls: [
      [
        'models_for_use',
        {
          min_context_tokens: 1_000_000,
          use: { activities: ['HOST_AS_SERVICE'], fields_of_use: [] },
          sort: 'context',
        },
      ],
    ],
    holds: ['with the answer “yes, or yes, with duties”', 'DeepSeek-V4-Flash', 'Nemotron 3 Ultra'],
    lacks: ['Kimi K3: released', 'GPT-'],
  },
  {
    question: 'Is Gemma 3 open source?',
    calls: [['describe', { name: 'Gemma 3' }]],
    holds: [
      /Open weights: yes\./,
      /License approved by the Open Source Initiative: no\. Gemma Terms of Use/,
      /Open Source AI Definition 1\.0: no\./,
    ],
  },
  {
    question: 'How long is the context of Llama 4 Scout? I have seen two figures.',
    calls: [['describe', { name: 'Llama 4 Scout' }]],
    holds: [
      /Context, in tokens: 10M \[1\]; a source says 3500000, but the evidence says otherwise/,
    ],
  },
  {
    question: 'What has LoRA to do with fine-tuning?',
    calls: [['explain_path', { from: 'LoRA', to: 'fine-tuning' }]],
    holds: ['Low-rank adaptation is a kind of Parameter-efficient fine-tuning', '/terms/lora'],
  },
  {
    question: 'May I train my model on what GPT-5 writes?',
    calls: [
      [
        'may_i_use',
        { model: 'GPT-5', activities: ['TRAIN_ON_OUTPUTS'], trains: ['LARGE_LANGUAGE_MODEL'] },
      ],
    ],
    holds: [/^GPT-5: Not known: facts are missing/, 'weights not released', 'terms of its dev'],
  },
  {
    question: 'May a clinic use something under openrail++ for medical advice?',
    calls: [
      [
        'may_i_use',
        {
          license: 'openrail++',
          activities: ['OFFER_PRODUCT'],
          fields_of_use: ['MEDICAL_ADVICE'],
        },
      ],
    ],
    holds: [/^OpenRAIL\+\+-M: No\./, 'Attachment A'],
  },
  {
    question: 'How do Mistral Large 3, DeepSeek V3.2 and Kimi K2 compare?',
    calls: [['compare', { names: ['Mistral Large 3', 'DeepSeek V3.2', 'Kimi K2'] }]],
    holds: [
      /Parameters\. Mistral Large 3: 675 billion .*Kimi K2: 1 trillion \(32 billion active\)/,
      /Licenses\. Mistral Large 3: Apache License 2\.0 .*Kimi K2: Kimi Modified MIT License/,
    ],
  },
  {
    question: 'Which Qwen models are not under an open-source license?',
    calls: [['models_for_use', { text: 'qwen', license_classes: ['community', 'research'] }]],
    holds: ['Qwen2.5-72B', 'Qwen2.5-3B', 'Qwen-1.8B', 'Qwen3.8-2.4T-A95B'],
    lacks: ['Qwen3-8B'],
  },
  {
    question: 'Which models come with their training data?',
    calls: [['models_for_use', { weights: ['OPEN'], training_data: ['OPEN'] }]],
    holds: ['Pythia 12B', 'Olmo 3 32B', /Amber: .*Open Source AI Definition: yes/],
    lacks: ['Llama'],
  },
  {
    question: 'Is Stable Diffusion 3.5 free for a startup with half a million dollars a year?',
    calls: [
      [
        'may_i_use',
        {
          model: 'Stable Diffusion 3.5 Large',
          activities: ['OFFER_PRODUCT'],
          annual_revenue: 500_000,
          fields_of_use: [],
        },
      ],
    ],
    holds: [
      /^Stable Diffusion 3\.5 Large: Yes, with duties\./,
      'Register with the licensor, before',
    ],
  },
];
