import { classesContract } from './classes.ts';
import { edgesContract } from './edges.ts';
import { facetsContract } from './facets.ts';
import { hubContract } from './hub.ts';
import { listsContract } from './lists.ts';
import { propertiesContract } from './properties.ts';
import { describeOnThreads } from './stores.ts';
import { walksContract } from './walks.ts';

describeOnThreads(
  'what takes long',
  ...[listsContract, facetsContract, edgesContract, hubContract, walksContract],
  ...[propertiesContract, classesContract],
);
