import { zClauseRecord } from '../../ontology/clause.ts';
import { zDocument, zFaq } from '../../ontology/records.ts';

// The parts of entities that have their own nodes.

export const faqShape = zFaq;
export const documentShape = zDocument;
/** The license and the key determine the id. */
export const clauseShape = zClauseRecord.omit({ id: true });
