import { describe } from 'vitest';
import { wordNetImport } from './wordnet.ts';

describe('glossgraph import wordnet, into the embedded store', () => {
  wordNetImport(async () => ({}));
});
