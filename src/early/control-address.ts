/** Which element of one page is which of another that shows the same: by what it stands for, else by its words. */

/** A selector, and which of those that it finds and that say the same. */
export interface Address {
  selector: string;
  says: string;
  nth: number;
}

export function addressOf(element: Element, root: Element): Address {
  const selector = selectorOf(element);
  const says = saidBy(element);
  return { selector, says, nth: Math.max(0, same(root, selector, says).indexOf(element)) };
}

export function find({ selector, says, nth }: Address, root: Element): Element | null {
  const all = same(root, selector, says);
  return all[nth] ?? all[0] ?? null;
}

/** What is not shown has no part in it: a page before its scripts stands there twice. */
const same = (root: Element, selector: string, says: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((each) => saidBy(each) === says && each.checkVisibility());

function selectorOf(element: Element): string {
  const { kind, id } = (element as HTMLElement).dataset;
  if (kind !== undefined && id !== undefined)
    return `[data-kind="${CSS.escape(kind)}"][data-id="${CSS.escape(id)}"]`;
  return element.localName;
}

function saidBy(element: Element): string {
  if ((element as HTMLElement).dataset.id !== undefined || element.matches('select')) return '';
  if (element instanceof HTMLInputElement) return element.type === 'radio' ? element.value : element.type;
  return (element.textContent || element.getAttribute('aria-label') || '').replace(/\s+/g, ' ').trim();
}
