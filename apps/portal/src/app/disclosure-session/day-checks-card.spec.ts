import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { DayAnswersView, DayCheckView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { CurrentSession } from './current-session';
import { DayChecksCard } from './day-checks-card';
import { SessionWords } from './session-words';

const url = '/api/clinic/disclosure-sessions/c1';
const yes: DayAnswersView = {
  ...{ sober: true, slept: true, safe: true, consentReaffirmed: true },
  ...{ transportConfirmed: true, childCareConfirmed: true },
};
const check: DayCheckView = {
  ...{ side: 'BP', done: false, mine: true, asked: null, askedAt: null, own: null, ownAt: null, version: 0 },
};
const session = (one: DayCheckView) => ({
  ...{
    coupleId: 'c1',
    state: 'DAY_OF_CHECK',
    processVersion: 4,
    appointment: null,
    run: null,
    dayChecks: [one],
  },
});

async function card() {
  TestBed.configureTestingModule({
    providers: [
      ...[CurrentSession, SessionWords],
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      { provide: CurrentCouple, useValue: { person: () => ({ name: 'Iris' }) } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(DayChecksCard);
  fixture.componentRef.setInput('mayAct', true);
  TestBed.inject(CurrentSession).show('c1');
  const turn = async (): Promise<void> => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne(url).flush(session(check));
  await turn();
  const page = fixture.nativeElement as HTMLElement;
  const choose = async (part: string, value: boolean): Promise<void> => {
    page.querySelectorAll<HTMLInputElement>(`input[name="tr-day-BP${part}"]`)[value ? 0 : 1]!.click();
    await turn();
  };
  const save = async (): Promise<void> => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes('Save this check'))!.click();
    await turn();
  };
  return { page, http, turn, choose, save };
}

describe('the checks of the day', () => {
  it('keeps what was chosen when somebody saved the check first, and shows what stands beside it', async () => {
    const { page, http, turn, choose, save } = await card();
    await choose('slept', false);
    await save();
    const stale = { code: 'version_stale', facts: {}, correlationId: 'x' };
    const sent = http.expectOne(`${url}/day-checks/BP`);
    expect(sent.request.headers.get('if-match')).toBe('"v0"');
    sent.flush(stale, { status: 412, statusText: 'no' });
    await turn();
    http.expectOne(url).flush(session({ ...check, asked: yes, version: 1 }));
    await turn();
    expect(page.textContent).toContain('Somebody saved this check in the meantime');
    expect(page.textContent).toContain('now: yes');
    const [, no] = page.querySelectorAll<HTMLInputElement>('input[name="tr-day-BPslept"]');
    expect(no?.checked).toBe(true);
    await save();
    const again = http.expectOne(`${url}/day-checks/BP`);
    expect([(again.request.body as DayAnswersView).slept, again.request.headers.get('if-match')]).toEqual([
      false,
      '"v1"',
    ]);
    again.flush(session({ ...check, asked: { ...yes, slept: false }, version: 2 }));
    await turn();
    expect(page.textContent).not.toContain('in the meantime');
  });

  it('shows what a colleague saved where nothing was chosen here', async () => {
    const { page, http, turn } = await card();
    TestBed.inject(CurrentSession).reload();
    await turn();
    http.expectOne(url).flush(session({ ...check, asked: yes, version: 1 }));
    await turn();
    expect(page.querySelectorAll('input:checked')).toHaveLength(6);
    expect(page.textContent).not.toContain('in the meantime');
  });
});
