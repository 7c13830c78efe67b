/** Names a thing in the sentence of a problem. */
export interface Owner {
  kind: string;
  owner: string;
  [more: string]: string;
}

/** Its kind and id, as parameters of a sentence in any language. */
export function named(kind: string, id: string): Owner {
  return { kind, owner: id };
}
