/** What the pages that are one file have in common: what they are built from, and what is made of it. */

export interface Built {
  script: string;
  style: string;
  /** The ids of all files that the script may ask for (src/get-file.ts). */
  ids: readonly string[];
  /** One of them, by its id. */
  read: (id: string) => Promise<unknown>;
}

export interface FileKind {
  /** The module that starts it. */
  input: string;
  /** Modules of src/ that it does not carry. */
  leftOut: readonly string[];
  /** Modules of src/ that are simpler there: their code. */
  simpler: Readonly<Record<string, string>>;
  /** Its files, by their names. */
  write: (built: Built) => Promise<ReadonlyMap<string, string>>;
}
