import { test } from '@playwright/test';
import { portalUrl } from '../harness/address.ts';
import { expect } from '../harness/journey.ts';
import { watchContext } from '../harness/watch.ts';

// A watch that never finds anything proves nothing: here it is shown what it has to see.
test('W-1 W-5 M20 the watch on the pages of every journey sees each kind of finding', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portalUrl() });
  const watch = await watchContext(context);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  expect(watch.findings).toEqual([]);

  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: teal');
  });
  await expect.poll(() => watch.findings.join('\n')).toContain('security policy: style-src-attr');
  await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>from a string</b>');
    } catch {
      // Trusted Types refuse the string; the violation is what counts here.
    }
  });
  await expect.poll(() => watch.findings.join('\n')).toContain('security policy: require-trusted-types-for');
  await page.evaluate(() => fetch('https://elsewhere.example/pixel').catch(() => undefined));
  await expect.poll(() => watch.findings.join('\n')).toContain('connect-src https://elsewhere.example');
  await page.evaluate(() =>
    setTimeout(() => {
      throw new Error('thrown on purpose');
    }),
  );
  await expect.poll(() => watch.findings.join('\n')).toContain('thrown on purpose');
  const before = watch.findings.length;
  await page.goto('https://elsewhere.example/').catch(() => undefined);
  expect(watch.findings.slice(before).join('\n')).toContain('third party: GET https://elsewhere.example/');
  await context.close();
});
