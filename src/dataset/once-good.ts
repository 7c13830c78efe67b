/** Does it once and keeps the result; after a failure the next call tries again. */
export function onceGood<T>(make: () => Promise<T>): () => Promise<T> {
  let coming: Promise<T> | null = null;
  return () =>
    (coming ??= make().catch((error: unknown) => {
      coming = null;
      throw error;
    }));
}
