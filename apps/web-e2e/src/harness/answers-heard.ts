import type { Page } from '@playwright/test';

/** Every answer of the API that a page has received, as text. */
export interface AnswersHeard {
  text(): string;
}

/**
 * Keeps what the server sends to a page from its next load on, shown or not: what must stay hidden must not even
 * arrive. The page's own `fetch` is listened to, because the browser drops bodies it no longer needs.
 */
export async function hearAnswers(page: Page): Promise<AnswersHeard> {
  const bodies: string[] = [];
  await page.exposeFunction('hearAnswer', (body: string) => void bodies.push(body));
  await page.addInitScript(() => {
    const ask = globalThis.fetch.bind(globalThis);
    const { hearAnswer } = globalThis as unknown as { hearAnswer: (body: string) => void };
    globalThis.fetch = async (...question) => {
      const answer = await ask(...question);
      if (answer.url.includes('/api/')) void answer.clone().text().then(hearAnswer);
      return answer;
    };
  });
  return { text: () => bodies.join('\n') };
}
