import { describeOnServers } from '../../contract/stores.ts';
import { catalogImports } from './imports.ts';

describeOnServers('importing catalogs', [catalogImports], { lines: 'one' });
