import type { Count } from './counts.mjs';

export interface Stage {
  name: string;
  engine?: { name: string; byHand: string };
  count?: (report: unknown) => Count;
}
export const STAGES: Stage[];
