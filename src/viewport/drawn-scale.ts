/** How much larger than it is laid out an element is drawn (a `transform` around it): pointers count drawn px. */
export const drawnScale = (element: HTMLElement): number =>
  element.getBoundingClientRect().width / element.offsetWidth || 1;
