/**
 * The words on the stage stand clear of each other and are never cut.
 * What a green run does not prove: that the words are worth reading, that they stand clear of ribbons and dots, or
 * that it holds with fonts of other widths than those of this machine, or at windows that are not in the list.
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { readLabels, smallTexts } from './support/labels';
import { open, SIZES, turnTo } from './support/stage';

/** Chapters, neighbours, decades, months, days, hours; with things traced or chosen, on both scales. */
const WINDOWS = [
  '',
  'to=2023-12-31',
  'from=2024&to=2024',
  'from=2025-01-01&to=2025-11-20',
  'from=2025-11-21&to=2025-11-23',
  'from=2025-11-24',
  'from=2024&to=2025-11-20',
  'from=2025-01-01&to=2025-11-23&thread=migrant-smuggling',
  'from=2025-11-21',
  'from=1975&to=1984',
  'from=1995&to=2004&thread=cybercrime',
  'from=2014&to=2023',
  'from=2024-06&to=2024-06',
  'from=2025-06&to=2025-07&thread=transnational-repression',
  'from=2025-12&to=2025-12',
  'from=2025-11-22&to=2025-11-22',
  'from=2025-11-23T12:00&to=2025-11-23T17:00',
  'scale=even',
  'scale=even&from=2000&to=2025&thread=organized-crime',
  'scale=even&from=2025-06-15&to=2025-06-18',
  'select=n-plan-2024__o-call',
  'from=2025-03-01&to=2025-11-23&select=o-call&others=1',
];

for (const size of SIZES) {
  for (const lang of ['en', 'fr']) {
    const name = `no label is cut or touches another at ${size.width}×${size.height} in ${lang}`;
    // French words are longer: where it has room, English has.
    test(name, { tag: lang === 'en' && size !== SIZES[0] ? '@long' : [] }, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, `?lang=${lang}`);
      const faults: string[] = [];
      for (const window of WINDOWS) {
        await turnTo(page, `?lang=${lang}${window && `&${window}`}`);
        const report = await readLabels(page);
        expect(report.count, `there are words at ${window}`).toBeGreaterThan(12);
        faults.push(...report.faults.map((fault) => `${window || 'whole'}: ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(await smallTexts(page)).toEqual([]);
    });
  }
}
