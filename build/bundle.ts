/** How both builds make their scripts small. */
import type { Rolldown } from 'vite';

/**
 * d3-time makes its intervals by calling these as it is loaded, and does not say that nothing else happens then: without
 * it an interval that nobody uses would be there all the same.
 */
export const treeshake: Rolldown.InputOptions['treeshake'] = {
  manualPureFunctions: ['timeInterval', 'timeWeekday', 'utcWeekday', 'ticker'],
};
