/** Rows as columns: a list of like things is smaller when its fields stand together, and their names once. Pure. */
export type Row = Record<string, unknown>;
export type Columns = Record<string, unknown[]>;

/** `pack` gives the value that is written; it sees the row. */
export function toColumns(
  rows: readonly Row[],
  pack: (field: string, value: unknown, row: Row) => unknown,
): Columns {
  const fields = Object.keys(rows[0] ?? {});
  return Object.fromEntries(fields.map((field) => [field, rows.map((row) => pack(field, row[field], row))]));
}

/** `unpack` gives the value again; it sees of the row what stands in columns before. */
export function toRows(
  columns: Columns,
  unpack: (field: string, value: unknown, row: Row) => unknown,
): Row[] {
  const [first = []] = Object.values(columns);
  return first.map((_, i) => {
    const row: Row = {};
    for (const [field, column] of Object.entries(columns)) row[field] = unpack(field, column[i], row);
    return row;
  });
}
