import type { Page } from '@playwright/test';

/** More steps than any page has places to stop at. */
const MOST_STEPS = 400;

/**
 * Goes through a page with the Tab key alone.
 * @returns what somebody without a mouse would miss: controls that Tab never comes to, and stops that cannot be seen
 */
export async function missedByKeyboard(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(markControls);
  const reached = new Set<string>();
  const unseen = new Set<string>();
  let rounds = 0;
  for (let step = 0; step < MOST_STEPS && reached.size < wanted.length; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    // Past the last control the focus leaves the page, and the next Tab begins at the top: a page may begin at its
    // heading, so it is gone through from there to its end and once more.
    if (stop === null) rounds += 1;
    if (rounds > 2) break;
    if (stop === null || reached.has(stop.name)) continue;
    reached.add(stop.name);
    if (!stop.visible) unseen.add(stop.words);
  }
  const never = wanted.filter(({ name }) => !reached.has(name)).map(({ words }) => words);
  return [
    ...never.map((words) => `Tab never comes to ${words}`),
    ...[...unseen].map((words) => `nobody sees the focus at ${words}`),
  ];
}

interface Control {
  readonly name: string;
  readonly words: string;
}

/** Gives each control that Tab should come to a name; of a group of radios it comes to one. Runs in the page. */
function markControls(): Control[] {
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const open = document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]') ?? document.body;
  const groups = new Set<string>();
  const found: Control[] = [];
  for (const element of open.querySelectorAll<HTMLElement>(stops)) {
    if (element.matches(':disabled, [type="hidden"], [tabindex="-1"], [inert] *')) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      const group = `${element.form?.id ?? ''} ${element.name}`;
      const chosen = open.querySelector(`input[name="${CSS.escape(element.name)}"]:checked`);
      if (groups.has(group) || (chosen !== null && chosen !== element)) continue;
      groups.add(group);
    }
    const name = String(found.length);
    element.dataset['stop'] = name;
    const words = (element.getAttribute('aria-label') ?? element.innerText).trim().slice(0, 40);
    found.push({ name, words: `${element.tagName.toLowerCase()} "${words}"` });
  }
  return found;
}

/** Where the focus is now; null when it is on the page itself. Runs in the page. */
function readStop(): { name: string; words: string; visible: boolean } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const marks = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  // A choice shows it on the line that its box stands in.
  const visible = marks(element) || marks(element.closest('label, li, fieldset') ?? element);
  const words = `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.innerText).trim().slice(0, 40)}"`;
  return { name: element.dataset['stop'] ?? words, words, visible };
}
