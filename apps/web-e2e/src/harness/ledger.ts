import type { BrowserContext, Page } from '@playwright/test';

/** What pages have said of a text, and every word of it that they called saved. */
export interface Ledger {
  /** Words that a page called saved, on the device or at the clinic, in the order they were first called so. */
  readonly saved: ReadonlySet<string>;
  forget(): void;
}

/** A word that tells where it comes from and that it is whole: no other word of the texts looks like it. */
const MARK = /\bw\d+x[a-z0-9]+;/g;

/**
 * Notes what every page of a context calls saved: at each change of the save line, the text in the box beside it. Line
 * and text are read at once, right after the page has shown them.
 */
export async function keepLedger(context: BrowserContext): Promise<Ledger> {
  const saved = new Set<string>();
  await context.exposeBinding('noteSaved', (_source, text: string) => {
    for (const word of text.match(MARK) ?? []) saved.add(word);
  });
  await context.addInitScript(() => {
    const tell = (text: string): void =>
      (globalThis as unknown as { noteSaved: (text: string) => void }).noteSaved(text);
    const look = (): void => {
      const line = document.querySelector('tr-save-line p')?.textContent ?? '';
      const box = document.querySelector('textarea');
      if (box !== null && /Saved with your clinic|Kept on this device/.test(line)) tell(box.value);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return {
    saved,
    forget: () => {
      saved.clear();
    },
  };
}

/** How often each marked word stands in a text. */
export function countMarks(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(MARK) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Types at the end of a box, one word after the other, as a person on a phone does. */
export async function typeAtEnd(page: Page, box: string, words: string): Promise<void> {
  const area = page.getByRole('textbox', { name: box });
  await area.focus();
  await area.press('ControlOrMeta+End');
  await area.pressSequentially(words, { delay: 4 });
}
