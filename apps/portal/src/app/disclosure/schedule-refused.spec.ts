import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { DisclosureView } from '@trellis/contracts';
import { guardEntries, readinessItems } from '@trellis/domain';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { ifVersion } from '../core/http/idempotency-key';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { DisclosurePage } from './disclosure-page';

const process: DisclosureView = {
  id: 'd',
  state: 'CONSIDERING',
  version: 3,
  openedAt: '2025-01-14T15:00:00Z',
  sessionAt: null,
  events: [
    {
      ...{ id: 'e', event: 'open_ftd', from: 'NOT_STARTED', to: 'CONSIDERING', at: '2025-01-14T15:00:00Z' },
      ...{ byName: 'Mina', reasonClass: null, hasWords: false },
    },
  ],
  ...{ stateSince: '2025-01-14T15:00:00Z', readyUntil: null, soloNotice: false, jointWorkFrozen: false },
  ...{ hold: null, signatures: [], order: null, notices: [], coSignatures: [], coSigners: [], acts: [] },
  ...{ leads: true, verification: { enabled: false, agreed: false }, recheck: { at: null, doneAt: null } },
  readiness: readinessItems.map(({ id, side }) => ({
    id,
    side: side === 'JOINT' ? 'SYSTEM' : side,
    status: 'not_met',
    assessedAt: null,
  })),
};
const missing = { rule: 'FTD-05.1', actors: ['LEAD'], evidence: {} };

async function shown() {
  TestBed.configureTestingModule({
    providers: [
      CurrentCouple,
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      { provide: Session, useValue: { may: () => true } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(DisclosurePage);
  fixture.componentRef.setInput('coupleId', 'c');
  fixture.detectChanges();
  server.expectOne('/api/clinic/disclosure/c').flush(process);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const enter = (type: string, value: string) => {
    const field = page.querySelector<HTMLInputElement>(`input[type=${type}]`);
    if (field === null) throw new Error(`no ${type} field`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    return field;
  };
  return { server, fixture, page, enter };
}

describe('asking for a session date too early', () => {
  it('lists every open gate at once with who can act, and keeps what was entered', async () => {
    const { server, fixture, page, enter } = await shown();
    const [day, time] = [enter('date', '2025-06-28'), enter('time', '10:00')];
    fixture.detectChanges();
    server
      .expectOne(({ url }) => url === '/api/clinic/disclosure-sessions/c/collisions')
      .flush({ checked: true, collisions: [] });
    await fixture.whenStable();
    page.querySelector<HTMLButtonElement>('tr-schedule-form button')?.click();
    const sent = server.expectOne('/api/clinic/disclosure/c/schedule');
    expect(sent.request.body).toEqual({ startsAt: '2025-06-28T10:00:00.000Z' });
    expect(sent.request.headers.get('if-match')).toBe(ifVersion(3)['if-match']);
    const gates = [
      { ...missing, guardId: 'both_enrolled', item: null, side: 'JOINT' },
      { ...missing, guardId: 'readiness_met', item: 'R8', side: 'RP' },
      { ...missing, guardId: 'consents_given', item: 'BP', side: 'BP', actors: ['BP'] },
    ];
    sent.flush(
      { code: 'disclosure_refused', facts: { gates }, correlationId: 'x' },
      { status: 409, statusText: 'Conflict' },
    );
    await fixture.whenStable();
    const panel = page.querySelector('tr-refusal-panel');
    expect(panel?.querySelectorAll('li')).toHaveLength(3);
    expect(panel?.textContent).toContain(guardEntries.both_enrolled.title.en);
    expect(panel?.textContent).toContain('the lead therapist');
    expect([day.value, time.value]).toEqual(['2025-06-28', '10:00']);
  });

  it('shows the way so far and every criterion in its place', async () => {
    const { page } = await shown();
    expect(page.querySelector('[aria-current=step]')?.textContent).toContain('Considering');
    expect(page.querySelectorAll('tr-readiness-column li')).toHaveLength(readinessItems.length);
  });
});
