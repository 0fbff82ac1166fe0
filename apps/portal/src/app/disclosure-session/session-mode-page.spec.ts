import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DisclosureSessionView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { SessionModePage } from './session-mode-page';

const url = '/api/clinic/disclosure-sessions/c';
const at = '2025-03-28T15:00:00.000Z';

function session(changes: Partial<DisclosureSessionView> = {}): DisclosureSessionView {
  return {
    ...{
      coupleId: 'c',
      coupleName: 'Ellery',
      state: 'IN_SESSION',
      processVersion: 4,
      timeZone: 'America/Chicago',
    },
    ...{ now: at, iLead: true, logistics: [], dayChecks: [], datesCheckedAt: at, dates: [], plans: [] },
    appointment: {
      ...{ id: 'a', startsAt: at, endsAt: at, zone: 'America/Chicago' },
      participants: [
        { id: '1', name: 'Iris', side: 'BP', arriveAt: at, attendance: 'came' },
        { id: '2', name: 'Rowan', side: 'RP', arriveAt: at, attendance: 'came' },
      ],
    },
    run: {
      ...{ version: 7, telehealth: false, telehealthMarks: [], telehealthGaps: [], emergencyCheckedAt: null },
      ...{
        departureConfirmedAt: null,
        signs: [],
        elapsedSeconds: 600,
        overMinutes: 0,
        pauses: [],
        distress: [],
      },
      ...{ endEarlyBecause: [], readingUntil: null, endedAt: null },
      steps: [{ step: 'READING', startedAt: at, endedAt: null, ticked: [0] }],
    },
    ...changes,
  };
}

async function setUp(view: DisclosureSessionView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(SessionModePage);
  fixture.componentRef.setInput('coupleId', 'c');
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne(url).flush(view);
  await turn();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words))!;
  return { page, http, turn, button };
}

describe('session mode', () => {
  it('shows part, time, lines and what follows, and nothing of it to the two people', async () => {
    const { page } = await setUp(session());
    const text = page.textContent.replace(/\s+/g, ' ');
    expect(text).toContain('Nothing here is shown to Rowan and Iris');
    expect(page.querySelector('.time')?.textContent).toBe('10:00');
    expect(page.querySelector('[aria-current=step]')?.textContent).toContain('Reading');
    expect(text).toContain('Go to: First break');
    expect(page.querySelectorAll('tr-part-checklist input')).toHaveLength(2);
    expect(page.querySelector('tr-reading-switch')?.textContent).toContain('Iris listens');
  });

  it('goes on, rates and ticks with the version it saw', async () => {
    const { http, turn, button, page } = await setUp(session());
    button('Go to').click();
    const sent = http.expectOne({ url: `${url}/run/parts`, method: 'POST' });
    expect(sent.request.headers.get('if-match')).toBe('"v7"');
    expect(sent.request.body).toEqual({ endingEarly: false });
    sent.flush(session());
    await turn();
    page.querySelectorAll<HTMLInputElement>('.dial.rp input')[7]!.click();
    const rated = http.expectOne({ url: `${url}/run/distress`, method: 'PUT' });
    expect(rated.request.body).toEqual({ side: 'RP', moment: 'start', value: 7 });
    rated.flush(session());
  });

  it('pauses without a version and a reason; only the lead goes on', async () => {
    const { http, turn, button, page } = await setUp(session({ iLead: false }));
    button('Pause').click();
    const paused = http.expectOne({ url: `${url}/pause`, method: 'POST' });
    expect(paused.request.headers.has('if-match')).toBe(false);
    paused.flush(session({ state: 'SESSION_PAUSED', iLead: false }));
    await turn();
    expect(page.textContent).toContain('The clock stands still');
    button('Go on').click();
    http.expectNone(`${url}/continue`);
  });

  it('speaks Spanish throughout', async () => {
    const { page } = await setUp(session(), 'es');
    expect(page.textContent).toContain('Nada de esto se muestra a Rowan');
    expect(page.textContent).not.toMatch(/disclosureSession\./);
  });
});
