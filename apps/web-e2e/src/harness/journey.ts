import { expect, test as playwright, type BrowserContextOptions, type Page } from '@playwright/test';
import { homeworkUrl, portalUrl } from './address.ts';
import { watchContext, type Watch } from './watch.ts';

/** A page of one person on one device, in a browser profile of its own. */
export interface Device {
  readonly page: Page;
  readonly watch: Watch;
}

export interface Devices {
  /** The portal on a desk, 1440 px wide. */
  desk(options?: BrowserContextOptions): Promise<Device>;
  /** The homework app on a small phone, 360 px wide. */
  phone(options?: BrowserContextOptions): Promise<Device>;
}

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/**
 * Every journey takes its pages from here, so that each one is watched and every journey ends with the same
 * question: has any page broken the security policy, called a third party, or thrown?
 */
export const test = playwright.extend<{ devices: Devices }>({
  devices: async ({ browser }, use) => {
    const opened: Device[] = [];
    const open = async (options: BrowserContextOptions): Promise<Device> => {
      const context = await browser.newContext({
        locale: 'en-US',
        timezoneId: 'America/Chicago',
        ...options,
      });
      const watch = await watchContext(context);
      const device = { page: await context.newPage(), watch };
      opened.push(device);
      return device;
    };
    await use({
      desk: (options) => open({ baseURL: portalUrl(), viewport: DESK, ...options }),
      phone: (options) => open({ baseURL: homeworkUrl(), viewport: PHONE, hasTouch: true, ...options }),
    });
    const findings = opened.flatMap(({ watch }) => watch.findings);
    for (const { page } of opened) await page.context().close();
    expect(findings, 'violations, third parties and errors on the pages of this journey').toEqual([]);
  },
});

export { expect };
