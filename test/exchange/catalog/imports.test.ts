import { describeOnEmbedded } from '../../contract/stores.ts';
import { catalogImports } from './imports.ts';

describeOnEmbedded('importing catalogs', catalogImports);
