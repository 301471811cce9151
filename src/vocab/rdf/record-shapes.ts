import { zClauseRecord } from '../../ontology/clause.ts';
import { zDocument, zFaq } from '../../ontology/records.ts';

// The parts of entities that are nodes of their own.

export const faqShape = zFaq;
export const documentShape = zDocument;
/** The id follows from the license and the key. */
export const clauseShape = zClauseRecord.omit({ id: true });
