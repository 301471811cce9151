import { cellsContract } from './cells.ts';
import { changesContract } from './changes.ts';
import { claimsContract } from './claims.ts';
import { classesContract } from './classes.ts';
import { disagreementsContract } from './disagreements.ts';
import { edgesContract } from './edges.ts';
import { facetsContract } from './facets.ts';
import { hubContract } from './hub.ts';
import { labelsContract } from './labels.ts';
import { listsContract } from './lists.ts';
import { neighborsContract } from './neighbors.ts';
import { nestedContract } from './nested.ts';
import { newThingsContract } from './new-things.ts';
import { ownersContract } from './owners.ts';
import { propertiesContract } from './properties.ts';
import { rewritingContract } from './rewriting.ts';
import { statementsContract } from './statements.ts';
import { textsContract } from './texts.ts';
import { thingsContract } from './things.ts';
import { walksContract } from './walks.ts';
import { writingContract } from './writing.ts';

/** The whole contract of a store. */
export const contract = [
  writingContract,
  newThingsContract,
  rewritingContract,
  ownersContract,
  changesContract,
  thingsContract,
  statementsContract,
  listsContract,
  facetsContract,
  cellsContract,
  edgesContract,
  neighborsContract,
  nestedContract,
  claimsContract,
  disagreementsContract,
  hubContract,
  classesContract,
  textsContract,
  labelsContract,
  walksContract,
  propertiesContract,
];
