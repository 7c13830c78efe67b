/** How both builds make their scripts small. */
import type { Rolldown } from 'vite';

/**
 * d3-time makes its intervals by calling these as it is loaded, and does not say that nothing else happens then: without
 * it an interval that nobody uses would be there all the same.
 */
export const treeshake: Rolldown.InputOptions['treeshake'] = {
  manualPureFunctions: ['timeInterval', 'timeWeekday', 'utcWeekday', 'ticker'],
};

/**
 * All that every page begins with is one file, with the little that several later ones share of the same rooms: one by one
 * they are more to ask for, and pack less well.
 */
export const codeSplitting: Rolldown.OutputOptions['codeSplitting'] = {
  groups: [
    {
      name: 'base',
      test: /\/src\/(?:app\.css|boot\.ts|state\/|i18n\/load-|ui\/share\/hand-on)|\/node_modules\/svelte\//,
    },
    // As the stage shows it, the flow by itself, presenting and paper.
    { name: 'flow', test: /\/src\/(?:flow\/|layout\/text-box|views\/FlowMarks)/ },
  ],
};
