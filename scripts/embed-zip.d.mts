export function zipOf(files: Record<string, Uint8Array>): Uint8Array;
export function writeZip(dist: string, pictures: readonly string[]): void;
