import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AuditActView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { AuditPage } from './audit-page';

const act = (changes: Partial<AuditActView> = {}): AuditActView => ({
  id: 'a-1',
  at: '2025-06-24T23:00:12.000Z',
  actorId: '3f9c21ab-0000-4000-8000-000000000001',
  actorRole: 'therapist',
  actorName: 'Mina Castellan',
  action: 'homework.read',
  resource: 'homework_task',
  resourceId: '11111111-0000-4000-8000-000000000001',
  personId: '22222222-0000-4000-8000-000000000002',
  decision: 'allowed',
  reasonCode: null,
  correlationId: 'c-1',
  seq: 41,
  ...changes,
});

async function setUp(language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(AuditPage);
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const asked = () => http.expectOne(({ url }) => url === '/api/clinic/audit');
  const answer = async (acts: AuditActView[], nextCursor: string | null = null) => {
    const request = asked();
    request.flush({ acts, nextCursor });
    await settled();
    return request.request;
  };
  http
    .expectOne(({ url }) => url === '/api/clinic/audit/filters')
    .flush({ staff: [{ id: 's-1', name: 'Mina Castellan' }], actions: ['homework.read', 'night.kept'] });
  return { page: fixture.nativeElement as HTMLElement, asked, answer, settled };
}

function choose(page: HTMLElement, field: string, value: string): void {
  const control = page.querySelector<HTMLInputElement | HTMLSelectElement>(field);
  if (control === null) throw new Error(`no ${field}`);
  control.value = value;
  control.dispatchEvent(new Event('change'));
}

describe('the audit page', () => {
  it('shows who did what on the clock of the clinic, staff by name and people by id', async () => {
    const { page, answer } = await setUp();
    await answer([
      act(),
      act({
        id: 'a-2',
        actorRole: 'client',
        actorName: null,
        action: 'night.kept',
        decision: 'refused',
        seq: null,
      }),
    ]);
    const [first, second] = [...page.querySelectorAll('tbody tr')].map((row) =>
      row.textContent.replace(/\s+/g, ' '),
    );
    expect(first).toContain('Jun 24, 2025, 6:00:12');
    expect(first).toMatch(/Mina Castellan *Read homework *Person 22222222 *Allowed *41/);
    expect(second).toMatch(/A person of a couple 3f9c21ab *night\.kept/);
    expect(second).toMatch(/Refused *being sealed/);
  });

  it('asks anew for what is chosen, and offers the way back when nothing fits', async () => {
    const { page, answer } = await setUp();
    await answer([act()]);
    choose(page, 'input[type=date]', '2025-06-01');
    expect((await answer([act()])).params.toString()).toBe('from=2025-06-01');
    choose(page, 'select', 's-1');
    expect((await answer([])).params.toString()).toBe('from=2025-06-01&actorId=s-1');
    expect(page.textContent).toContain('Nothing fits these choices');
    page.querySelector<HTMLButtonElement>('tr-state-panel button')?.click();
    expect((await answer([act()])).params.keys()).toEqual([]);
  });

  it('adds older acts below, and keeps those on screen when they do not come', async () => {
    const { page, asked, answer, settled } = await setUp();
    await answer([act()], 'next');
    const more = () => page.querySelector<HTMLButtonElement>('.foot button');
    more()?.click();
    expect((await answer([act({ id: 'a-3' })], 'last')).params.get('cursor')).toBe('next');
    expect(page.querySelectorAll('tbody tr')).toHaveLength(2);
    more()?.click();
    asked().error(new ProgressEvent('error'));
    await settled();
    expect(page.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
  });

  it('says what will stand there while nothing does, in Spanish too', async () => {
    const { page, answer } = await setUp('es');
    await answer([]);
    expect(page.textContent).toContain('Aún no ha ocurrido nada');
    expect(page.querySelector('option[value="homework.read"]')?.textContent).toContain('Leyó una tarea');
  });

  it('says when the record cannot be loaded and tries again', async () => {
    const { page, asked, answer, settled } = await setUp();
    asked().error(new ProgressEvent('error'));
    await settled();
    expect(page.textContent).toContain('The record could not be loaded');
    page.querySelector<HTMLButtonElement>('tr-state-panel button')?.click();
    await answer([act()]);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(1);
  });
});
