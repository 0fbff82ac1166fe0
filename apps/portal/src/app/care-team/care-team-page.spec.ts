import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { CareTeamPage } from './care-team-page';

const row = { credentials: '', from: '2025-01-06T18:00:00Z', to: null, state: 'current', lead: false };
const rows = [
  { ...row, id: 'r1', staffId: 'm', name: 'Mina Castellan', side: 'RP', lead: true },
  { ...row, id: 'r2', staffId: 'j', name: 'Jo Whitlock', side: 'BP' },
  {
    ...row,
    id: 'r3',
    staffId: 'd',
    name: 'Dana Raman',
    side: 'JOINT',
    to: '2025-02-03T18:00:00Z',
    state: 'ended',
  },
];
const candidates = [{ id: 'n', name: 'Nina Abt', credentials: '' }];
const url = '/api/clinic/couples/c/care-team';

async function setUp(mayChange: boolean) {
  const reload = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CurrentCouple, useValue: { view: signal({ id: 'c' }), reload } },
      { provide: Session, useValue: { clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(CareTeamPage);
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne(url).flush({ rows, mayChange, candidates: mayChange ? candidates : [] });
  await turn();
  const page = fixture.nativeElement as HTMLElement;
  const press = (words: string, at = 0) => {
    [...page.querySelectorAll('button')].filter((one) => one.textContent.includes(words))[at]!.click();
  };
  const choose = (at: number, value: string) => {
    const field = page.querySelectorAll('select')[at]!;
    field.value = value;
    field.dispatchEvent(new Event('change'));
  };
  return { page, http, turn, press, choose, reload };
}

describe('the care team page', () => {
  it('shows names, sides and dates, and no act to who does not set the team', async () => {
    const { page } = await setUp(false);
    expect(page.textContent).toContain('Mina Castellan');
    expect(page.textContent).toContain('January 6, 2025 to February 3, 2025');
    expect(page.querySelector('li button, form')).toBeNull();
  });

  it('adds a therapist from now on where no day is chosen', async () => {
    const { http, turn, press, choose, reload } = await setUp(true);
    choose(0, 'n');
    choose(1, 'BP');
    press('Add to the team');
    const sent = http.expectOne({ url, method: 'POST' });
    expect(sent.request.body).toEqual({ staffId: 'n', side: 'BP' });
    sent.flush(null);
    await turn();
    expect(reload).toHaveBeenCalled();
  });

  it('hands a side over to somebody chosen', async () => {
    const { http, turn, press, choose } = await setUp(true);
    press('Hand over');
    await turn();
    choose(0, 'n');
    press('Hand this side over');
    expect(http.expectOne(`${url}/r1/hand-over`).request.body).toEqual({ staffId: 'n' });
  });

  it('says why a side cannot be left alone', async () => {
    const { page, http, turn, press } = await setUp(true);
    press('End', 1);
    http
      .expectOne(`${url}/r2/end`)
      .flush(
        { code: 'care_team_side_left_alone', facts: { side: 'BP' }, correlationId: 'x' },
        { status: 409, statusText: 'x' },
      );
    await turn();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('left without a therapist');
  });
});
