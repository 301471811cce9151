import { suggestion } from '../../base/nearest.ts';
import { documentIndexOf } from '../../ontology/clause-seed.ts';
import { DocumentKindEnum } from '../../ontology/vocabulary.ts';
import type { SeedProblem } from '../seed-problems.ts';
import { dateText, list, mapping, oneOf, text } from './loose.ts';
import type { EntityDraft } from './seed-draft.ts';
import { problemIn, type SeedIndex } from './seed-index.ts';

/**
 * The documents of a license file in the form of the record. Malformed documents are incomplete.
 */
export function documentsOf({ data }: EntityDraft) {
  return list(data.documents).map((item) => {
    const document = mapping(item);
    return {
      kind: oneOf(DocumentKindEnum.values, document.kind),
      title: text(document.title),
      url: text(document.url),
      publishedOn: dateText(document.publishedOn),
    };
  });
}

/** The file of a clause must contain the document that the clause names. */
export function checkDocuments(index: SeedIndex): readonly SeedProblem[] {
  return index.entities.flatMap((entity) => {
    const documents = documentsOf(entity).flatMap(({ kind, title }) =>
      kind === null || title === null ? [] : [{ kind, title }],
    );
    return entity.clauses.flatMap(({ document, path }) => {
      if (document === null || documentIndexOf({ document }, documents) !== null) return [];
      const known = documents.flatMap(({ kind, title }) => [kind, title]);
      const message = `there is no "${document}" among the documents${suggestion(document, known)}`;
      return [problemIn(entity.file, [...path, 'document'], 'dangling-reference', message)];
    });
  });
}
