import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { FollowUpOfferView } from '@trellis/contracts';
import { exerciseOf } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { FollowUpPanel } from './follow-up-panel';

const offer: FollowUpOfferView = {
  ...{ coupleId: 'c1', personId: 'r', templateCode: 'R06', rhythm: 1 },
  ...{ cadence: { kind: 'monthly', months: 1 }, startsOn: '2025-02-08', days: 84 },
};

async function shown(next: FollowUpOfferView | null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(FollowUpPanel);
  fixture.componentRef.setInput('taskId', 't1');
  fixture.componentRef.setInput('name', 'Rowan');
  fixture.componentRef.setInput('template', exerciseOf('R06', 1));
  fixture.detectChanges();
  server.expectOne('/api/clinic/homework/t1/follow-up').flush({ offer: next });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (label: string) => {
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(label))?.click();
    await fixture.whenStable();
  };
  return { server, fixture, page, press };
}

describe('giving a finished exercise again', () => {
  it('says the rhythm and the day, and gives it in one act', async () => {
    const { server, fixture, page, press } = await shown(offer);
    expect(page.textContent).toContain('Once a month. From');
    await press('Give again to Rowan');
    const sent = server.expectOne('/api/clinic/homework-plans');
    const item = { personId: 'r', templateCode: 'R06', cadence: 1, startsOn: '2025-02-08', days: 84 };
    expect(sent.request.body).toEqual({ coupleId: 'c1', items: [item] });
    sent.flush({ plans: [] });
    for (let round = 0; round < 3; round += 1) await fixture.whenStable();
    expect(page.querySelector('section')).toBeNull();
  });

  it('lets the rhythm, the first day and the length be changed before', async () => {
    const { server, page, press } = await shown(offer);
    await press('Change it first');
    const [from, days] = ['date', 'number'].map((kind) =>
      page.querySelector<HTMLInputElement>(`input[type=${kind}]`),
    );
    expect([from?.value, days?.value]).toEqual(['2025-02-08', '84']);
    for (const [field, value] of [
      [from, '2025-03-01'],
      [days, '28'],
    ] as const) {
      if (!field) throw new Error('no such field');
      field.value = value;
      field.dispatchEvent(new Event('input'));
    }
    await press('Give again to Rowan');
    const sent = server.expectOne('/api/clinic/homework-plans');
    expect(sent.request.body).toMatchObject({ items: [{ startsOn: '2025-03-01', days: 28 }] });
  });

  it('shows nothing where nothing follows', async () => {
    const { page } = await shown(null);
    expect(page.textContent.trim()).toBe('');
  });
});
