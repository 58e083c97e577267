/** A schema.org node as read from a page: every field may be missing, single, many, or of another type than asked for. */
export type Entity = { readonly [key: string]: unknown };

export function isNode(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One or many as a list; nothing as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Whether a node is of a schema.org type, named short, with a prefix or as a full IRI, alone or among others. */
export function isOfType(node: Entity, type: string): boolean {
  return listOf(node['@type']).some((name) => typeof name === 'string' && shortName(name) === type.toLowerCase());
}

function shortName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'), iri.lastIndexOf(':')) + 1).toLowerCase();
}

/** The words of a value that may be text, a number, a node with a name, or a list of them (the first counts). */
export function wordsOf(value: unknown): string | null {
  for (const item of listOf(value)) {
    if (typeof item === 'string' && item.trim() !== '') return item;
    if (typeof item === 'number') return String(item);
    // A list in a list or a name in a name is nobody's format: one step down is enough.
    const inner = isNode(item) ? (item['@value'] ?? item.name ?? item.legalName) : null;
    if (typeof inner === 'string' && inner.trim() !== '') return inner;
  }
  return null;
}
