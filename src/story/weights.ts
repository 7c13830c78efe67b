/** The width of a ribbon, counted here and nowhere else. Pure. */
import type { Dataset } from '@/dataset/format';

/** For each link the number of distinct facts that name it; 0 where it is inferred. */
export function weightsOf({ facts, links }: Pick<Dataset, 'facts' | 'links'>): Map<string, number> {
  const counted = new Map<string, number>();
  for (const fact of facts)
    for (const link of new Set(fact.links)) counted.set(link, (counted.get(link) ?? 0) + 1);
  return new Map(links.map(({ id, inferred }) => [id, inferred ? 0 : (counted.get(id) ?? 0)]));
}
