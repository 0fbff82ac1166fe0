import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CaseAftercareView, CaseSlipsView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { AftercarePage } from './aftercare-page';

const base = '/api/clinic/aftercare/c1';
const view: CaseAftercareView = {
  timeZone: 'America/Chicago',
  sides: ['RP'],
  endedAt: '2025-03-28T17:50:00Z',
  tasks: [
    {
      ...{
        id: 't1',
        item: 'h24.RP.check',
        recipient: 'RP',
        side: 'RP',
        dueAt: '2025-03-29T17:50:00Z',
        dueOn: null,
      },
      ...{ doneAt: '2025-03-29T17:00:00Z', standing: 'done', version: 2 },
      answer: { id: 'a1', at: '2025-03-29T17:00:00Z', tap: null, risk: 'unsure', hasWords: true },
    },
  ],
  contacts: [{ side: 'BP', contact: 'departure', madeAt: '2025-03-28T19:00:00Z' }],
  departure: { by: '2025-03-28T20:50:00Z', missing: ['RP'] },
  onTime: 50,
  alerts: [
    { id: 'x', side: 'RP', kind: 'risk_answer', raisedAt: '2025-03-29T17:00:00Z', acknowledgedAt: null },
  ],
  corrections: [],
  needsReview: false,
};
const slips: CaseSlipsView = { slips: [], askedAt: null, mayLog: true };

async function setUp(changes: Partial<CaseAftercareView> = {}, known = slips) {
  const people = { RP: { name: 'Rowan' }, BP: { name: 'Iris' } };
  const couple = {
    view: signal({ careTeam: [{ lead: true, side: 'RP' }], mySides: ['RP'] }),
    person: (side: 'RP' | 'BP') => people[side],
  };
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CurrentCouple, useValue: couple },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(AftercarePage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const http = TestBed.inject(HttpTestingController);
  const turn = async (): Promise<void> => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  const load = async (): Promise<void> => {
    http.expectOne(base).flush({ ...view, ...changes });
    await turn();
    const sides = changes.sides ?? view.sides;
    if (sides.includes('RP') || sides.includes('JOINT')) http.expectOne('/api/clinic/slips/c1').flush(known);
    await turn();
  };
  await turn();
  await load();
  return { page: fixture.nativeElement as HTMLElement, http, turn, load };
}

function press(page: HTMLElement, words: string): void {
  const found = [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button ${words} in ${page.textContent}`);
  found.click();
}

describe('the page of the time after a session', () => {
  it('says what waits first, who is not known to have left safely, and offers contacts of the own side', async () => {
    const { page, http, turn, load } = await setUp();
    expect(page.textContent).toContain('Did not clearly say “safe”: please call');
    expect(page.textContent).toContain('Not yet known to have left safely: Rowan.');
    expect(page.textContent).toContain('Contacts on time: 50 %');
    press(page, 'Made now');
    const sent = http.expectOne({ url: `${base}/contacts`, method: 'POST' });
    expect(sent.request.body).toEqual({ side: 'RP', contact: 'departure' });
    sent.flush(null);
    await turn();
    await load();
  });

  it('opens words only when they are asked for', async () => {
    const { page, http, turn } = await setUp();
    expect(page.querySelector('blockquote')).toBeNull();
    press(page, 'Read the words');
    const { tasks } = view;
    http.expectOne(`${base}/answers/a1`).flush({
      ...tasks[0]!.answer!,
      ...{ sleep: 'little', food: null, contactWanted: true, words: 'I lay awake.' },
    });
    await turn();
    expect(page.querySelector('blockquote')?.textContent).toBe('I lay awake.');
  });

  it('keeps how a slip was told as it was chosen, beside what somebody else saved first', async () => {
    const slip: CaseSlipsView['slips'][number] = {
      ...{
        id: 's1',
        kind: 'slip',
        level: 'slip',
        partner: 'not_yet',
        partnerAt: null,
        therapistToldAt: null,
      },
      ...{
        slipAt: '2025-02-20T04:40:00Z',
        loggedAt: '2025-02-20T15:10:00Z',
        partnerBy: null,
        hasWords: false,
      },
      ...{ therapistBy: '2025-02-21T04:40:00Z', gaps: ['partner_not_told'], overdue: [], version: 1 },
    };
    const { page, http, turn } = await setUp({}, { ...slips, slips: [slip] });
    press(page, 'How was it told?');
    await turn();
    page.querySelector<HTMLInputElement>('input[value="agreement_says_not_this_level"]')!.click();
    await turn();
    page.querySelector('tr-telling-form form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    const sent = http.expectOne('/api/clinic/slips/c1/s1/telling');
    expect(sent.request.headers.get('if-match')).toBe('"v1"');
    sent.flush({ code: 'version_stale', facts: {}, correlationId: 'x' }, { status: 412, statusText: 'no' });
    await turn();
    http.expectOne(base).flush(view);
    await turn();
    http
      .expectOne('/api/clinic/slips/c1')
      .flush({ ...slips, slips: [{ ...slip, partner: 'told', version: 2 }] });
    await turn();
    expect(page.querySelector('blockquote')?.textContent).toBe('Told');
    const chosen = page.querySelector<HTMLInputElement>('tr-telling-form input:checked');
    expect(chosen?.value).toBe('agreement_says_not_this_level');
  });

  it('has nothing of slips or of what was left out for the partner’s side', async () => {
    const { page, http } = await setUp({ sides: ['BP'], corrections: null, alerts: [] });
    http.expectNone('/api/clinic/slips/c1');
    expect(page.textContent).not.toMatch(/slip|left out/i);
  });
});
