import { pathToFileURL } from 'node:url';

/**
 * A module of the build, named as in src. Processes of tests take our code from there: compiling it
 * takes longer than they run.
 */
export function built<Module>(name: string): Promise<Module> {
  return import(pathToFileURL(`dist/${name.replace(/\.tsx?$/, '.js')}`).href);
}
