type Json = Readonly<Record<string, unknown>>;

/** A model as a bill names it. */
export function model(name: string, more: Json = {}): Json {
  return { type: 'machine-learning-model', name, ...more };
}

/** A bill of materials of these components. */
export function bill(components: readonly Json[], more: Json = {}): string {
  const head = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, ...more };
  return JSON.stringify({ ...head, components }, null, 2);
}
