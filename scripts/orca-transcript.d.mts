export const hasAll: (phrases: readonly string[], wanted: readonly string[]) => boolean;
export const notHeardAgain: (
  transcript: string,
  steps: readonly { press: string; heard: readonly string[] }[],
) => string[];
