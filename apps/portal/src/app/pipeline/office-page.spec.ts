import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DisclosurePipelineItemView, OfficeItemsView, OfficeSessionView } from '@trellis/contracts';
import { guardEntries } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { OfficePage } from './office-page';

const list = '/api/clinic/disclosure';
const office = '/api/clinic/disclosure-sessions/c1/office';
const held = '/api/clinic/readiness/c1/office-items';
const order = { startsAt: '2025-03-28T15:00:00.000Z', version: 4 };
const item: DisclosurePipelineItemView = {
  ...{ coupleId: 'c1', coupleName: 'Ellery', state: 'READY', daysInState: 3, order },
};
const line = { by: 'ADMIN', confirmed: false, mine: true };
const session: OfficeSessionView = {
  ...{ startsAt: null, endsAt: null, zone: null },
  logistics: [
    { line: 'rooms', ...line },
    { line: 'food', ...line },
  ],
};
const booked = {
  ...session,
  startsAt: order.startsAt,
  endsAt: '2025-03-28T18:00:00.000Z',
  zone: 'America/Chicago',
};
const items: OfficeItemsView = { items: [{ item: 'S2', status: 'not_met', version: 1, markedAt: null }] };

async function page(shown: DisclosurePipelineItemView, day: OfficeSessionView) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(OfficePage);
  fixture.componentRef.setInput('coupleId', 'c1');
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const to = (address: string): TestRequest => server.expectOne(({ url }) => url === address);
  // The couple stands on the second page of the list.
  const other = { ...item, coupleId: 'c0', coupleName: 'Gale' };
  to(list).flush({ items: [other], nextCursor: 'n' });
  await settle();
  const second = to(list);
  expect(second.request.params.get('cursor')).toBe('n');
  second.flush({ items: [shown], nextCursor: null });
  await settle();
  to(office).flush(day);
  await settle();
  to(held).flush(items);
  await settle();
  const tick = async (at: number): Promise<void> => {
    element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[at]?.click();
    await settle();
  };
  return { element, server, settle, to, tick };
}

describe('the arrangements of the office', () => {
  it('enter the date that was ordered, and name everything that is still open', async () => {
    const { element, settle, to } = await page(item, session);
    expect(element.querySelector('h1')?.textContent).toContain('Ellery');
    to('/api/clinic/disclosure-sessions/c1/collisions').flush({ checked: true, collisions: ['2025-03-30'] });
    await settle();
    expect(element.textContent).toContain('Sun, Mar 30');
    element.querySelector<HTMLButtonElement>('tr-card button')?.click();
    await settle();
    const sent = to(`${list}/c1/schedule`);
    expect(sent.request.body).toEqual({ startsAt: order.startsAt });
    expect(sent.request.headers.get('if-match')).toBe('"v4"');
    const gate = {
      guardId: 'both_enrolled',
      item: null,
      rule: '',
      side: 'JOINT',
      actors: ['LEAD'],
      evidence: {},
    };
    sent.flush(
      { code: 'disclosure_refused', facts: { gates: [gate] }, correlationId: 'x' },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(element.querySelector('tr-refusal-panel')?.textContent).toContain(
      guardEntries.both_enrolled.title.en,
    );
  });

  it('keep rooms and contacts with the version that was seen', async () => {
    const { settle, to, tick, element } = await page(item, session);
    await tick(0);
    const sent = to(`${held}/S2`);
    expect(sent.request.body).toEqual({ status: 'met' });
    expect(sent.request.headers.get('if-match')).toBe('"v1"');
    sent.flush({ items: [{ ...items.items[0]!, status: 'met', version: 2 }] });
    await settle();
    expect(element.querySelector<HTMLInputElement>('input')?.checked).toBe(true);
  });

  it('put a box back that could not be kept', async () => {
    const { settle, to, tick, element } = await page(item, session);
    await tick(0);
    const refused = { code: 'readiness_refused', facts: {}, correlationId: 'x' };
    to(`${held}/S2`).flush(refused, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(element.querySelector<HTMLInputElement>('input')?.checked).toBe(false);
  });

  it('wait with the lines of the day until there is a date', async () => {
    const { element } = await page(item, session);
    const lines = [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].slice(1);
    expect(lines.map(({ disabled }) => disabled)).toEqual([true, true]);
  });

  it('confirm a line of the day', async () => {
    const { settle, to, tick, element } = await page({ ...item, state: 'SCHEDULED', order: null }, booked);
    expect(element.textContent).toContain('10:00');
    await tick(2);
    const sent = to('/api/clinic/disclosure-sessions/c1/logistics');
    expect([sent.request.method, sent.request.body]).toEqual(['PUT', { line: 'food', confirmed: true }]);
    sent.flush({ logistics: [booked.logistics[0], { ...booked.logistics[1], confirmed: true }] });
    await settle();
    expect(element.querySelectorAll<HTMLInputElement>('input')[2]?.checked).toBe(true);
  });

  it('call every pause by the same word', async () => {
    const { element } = await page({ ...item, state: 'PAUSED', order: null }, session);
    expect(element.querySelector('tr-chip')?.textContent.trim()).toBe('Paused');
  });
});
