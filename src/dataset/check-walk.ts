/** Walks a value along its schema and stops at every text: which fields are texts is written only in format.ts. */
import type { Text } from './format/shapes';

interface Schema {
  type: string;
  entries?: Record<string, Schema>;
  item?: Schema;
  wrapped?: Schema;
  /** Of a variant: the key by which its options differ. */
  key?: unknown;
  options?: readonly unknown[];
  literal?: unknown;
}

/** Calls `visit` for each text (a record of languages) found in `value`; `keys` lead to it. */
export function eachText(
  schema: Schema,
  value: unknown,
  visit: (keys: (string | number)[], text: Text) => void,
): void {
  walk(schema, value, []);

  function walk(at: Schema, here: unknown, keys: (string | number)[]): void {
    if (here === undefined) return;
    if (at.wrapped) walk(at.wrapped, here, keys);
    else if (at.type === 'variant') {
      const kind = (here as Record<string, unknown>)[String(at.key)];
      for (const option of (at.options ?? []) as readonly Schema[])
        if (option.entries?.[String(at.key)]?.literal === kind) walk(option, here, keys);
    } else if (at.type === 'record') visit(keys, here as Text);
    else if (at.item && Array.isArray(here)) {
      const item = at.item;
      if (item.type !== 'string') here.forEach((part, index) => walk(item, part, [...keys, index]));
    } else if (at.entries && typeof here === 'object' && here !== null) {
      const fields = new Map(Object.entries(here));
      for (const [key, entry] of Object.entries(at.entries)) walk(entry, fields.get(key), [...keys, key]);
    }
  }
}
