import { describe, expect, it } from 'vitest';
import {
  identifierOf,
  repositoryAddress,
  repositoryIn,
  repositoryOfPurl,
} from '../../../src/exchange/catalog/identifiers.ts';

const phi = 'https://huggingface.co/microsoft/phi-4';

describe('a repository of models', () => {
  it.each([
    [phi, phi],
    [`${phi}/tree/main`, phi],
    [`${phi}/resolve/main/model.safetensors?download=true`, phi],
    ['http://www.huggingface.co/microsoft/phi-4/', phi],
    ['https://hf.co/microsoft/phi-4#usage', phi],
    ['https://huggingface.co/gpt2', 'https://huggingface.co/gpt2'],
    ['https://huggingface.co/gpt2/tree/main', 'https://huggingface.co/gpt2'],
    ['https://huggingface.co/datasets/squad', null],
    ['https://huggingface.co/spaces/a/b', null],
    ['https://huggingface.co/', null],
    ['https://huggingface.co.example.org/a/b', null],
    ['https://example.org/https://huggingface.co/a/b', null],
    ['microsoft/phi-4', null],
    ['javascript:alert(1)', null],
  ])('within %s is %s', (address, expected) => {
    expect(repositoryIn(address)).toBe(expected);
  });

  it.each([
    ['pkg:huggingface/microsoft/phi-4@187ef0342fff0eb3333be9f00389385e95ef0b61', phi],
    ['pkg:huggingface/microsoft/phi-4', phi],
    ['PKG:HuggingFace/microsoft/phi-4?x=y#z', phi],
    ['pkg://huggingface/microsoft%2Fphi-4', phi],
    ['pkg:huggingface/microsoft/phi-4?repository_url=https%3A%2F%2Fhuggingface.co', phi],
    ['pkg:huggingface/microsoft/phi-4?repository_url=https://hub.example.org', null],
    ['pkg:npm/microsoft/phi-4', null],
    ['pkg:huggingface/%E0%A4%A', null],
    ['pkg:huggingface/', null],
  ])('that %s names is %s', (purl, expected) => {
    expect(repositoryOfPurl(purl)).toBe(expected);
  });

  it.each(['a--b/c', 'a/b/c', '../c', 'a/..', ' a/b', 'datasets/a', 'a b/c', ''])(
    'is not called "%s"',
    (id) => {
      expect(repositoryAddress(id)).toBeNull();
    },
  );
});

describe('addresses that name the same thing are equal', () => {
  it.each([
    ['https://huggingface.co/Microsoft/Phi-4', `${phi}/tree/main`],
    ['https://www.wikidata.org/wiki/Q334661', 'http://www.wikidata.org/entity/Q334661'],
    ['http://Example.org/a/', 'https://www.example.org/a'],
  ])('%s and %s', (one, other) => {
    expect(identifierOf(one)).toBe(identifierOf(other));
    expect(identifierOf(one)).not.toBeNull();
  });

  it('and case counts where it does', () => {
    expect(identifierOf('https://example.org/A')).not.toBe(identifierOf('https://example.org/a'));
  });
});
