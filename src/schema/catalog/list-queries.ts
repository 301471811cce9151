import { filteredKinds } from '../../ontology/filters.ts';
import { entityKinds, kinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { builder } from '../builder.ts';
import { listConnections } from '../fields/connections.ts';
import { listArguments } from '../fields/filter-input.ts';
import { listField } from '../fields/list-field.ts';
import { pageArguments } from '../fields/paging.ts';

function addList(kind: EntityKind): void {
  const { folder } = kinds[kind];
  const filtered = filteredKinds.find((each) => each === kind);
  builder.queryField(folder, (t) =>
    t.field({
      type: listConnections[kind],
      nullable: true,
      description: filtered === undefined ? `All ${folder}, by name.` : `All ${folder}.`,
      args: { ...pageArguments, ...(filtered && listArguments(filtered)) },
      resolve: listField(kind),
    }),
  );
}

for (const kind of entityKinds) addList(kind);
