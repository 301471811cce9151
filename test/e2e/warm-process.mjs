/**
 * Runs the built command line for each message, in a process that has its modules loaded. How the process
 * of a command ends is not seen here.
 */
const main = new URL('../../dist/main.js', import.meta.url);
/** The last of what a command writes. */
const mark = process.argv[2];
const watched = [
  [process, 'exit'],
  [process.stdout, 'error'],
];
let runs = 0;

// A command ends its process, but not this one.
const exit = process.exit.bind(process);
process.exit = () => {};

process.on('message', async ({ args, env }) => {
  process.argv.splice(2, process.argv.length, ...args);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  const before = watched.map(([of, name]) => of.listeners(name));
  runs += 1;
  // Under another address, the module runs anew, but not those that it imports.
  await import(`${main}?${runs}`);
  const code = process.exitCode ?? 0;
  for (const [at, [of, name]] of watched.entries()) {
    for (const listener of of.listeners(name)) {
      if (before[at].includes(listener)) continue;
      of.off(name, listener);
      // Such a listener writes log lines that are left.
      if (name === 'exit') listener(code);
    }
  }
  for (const stream of [process.stdout, process.stderr]) stream.write(mark);
  process.send(code);
});
process.on('disconnect', () => exit());
