export interface Count {
  passed: number;
  failed: number;
}
export function countVitest(report: unknown): Count;
export function countPlaywright(report: unknown): Count;
export function settle(read: () => Count, ok: boolean): Count;
export function summary(counts: Count[]): string;
export function leftOutLine(names: string[]): string;
