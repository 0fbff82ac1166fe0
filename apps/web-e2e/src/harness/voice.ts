import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { PersonSessionView, StaffSessionView } from '@trellis/contracts';
import { homeworkUrl, portalUrl } from './address.ts';

/** What a signed-in page says to the clinic beside its screen: repetitive acts, in the same session. */
export interface Voice {
  /** Paths begin below the page's own door. What is refused throws. */
  call<View>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    said?: { readonly body?: object; readonly version?: number },
  ): Promise<View>;
}

/** @param door which of the two doors the page came in by */
export function voiceOf(page: Page, door: 'clinic' | 'home'): Voice {
  const origin = door === 'clinic' ? portalUrl() : homeworkUrl();
  const base = `${origin}/api/${door}`;
  const token = async (): Promise<string> => {
    const answer = await page.request.get(`${base}/session`);
    return ((await answer.json()) as PersonSessionView | StaffSessionView).csrfToken;
  };
  return {
    async call<View>(
      method: 'GET' | 'POST' | 'PUT',
      path: string,
      { body, version }: { readonly body?: object; readonly version?: number } = {},
    ): Promise<View> {
      const answer = await page.request.fetch(`${base}/${path}`, {
        method,
        ...(body === undefined ? {} : { data: body }),
        headers: {
          origin,
          ...(method === 'GET' ? {} : { 'x-xsrf-token': await token(), 'idempotency-key': randomUUID() }),
          ...(version === undefined ? {} : { 'if-match': `"v${String(version)}"` }),
        },
      });
      const text = await answer.text();
      if (!answer.ok()) throw new Error(`${method} ${path} was refused: ${text}`);
      return (text === '' ? null : JSON.parse(text)) as View;
    },
  };
}
