import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Emergencies } from '../core/emergency/emergencies';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { EmergencyPage } from './emergency-page';
import { ReviewsPage } from './reviews-page';

const opening = {
  id: 'g',
  coupleId: 'c',
  coupleName: 'Ellery',
  openedByName: 'Ola Brandt',
  openedAt: '2025-06-24T15:00:00Z',
  overAt: null,
};
const review = {
  ...opening,
  reason: 'Nobody could be reached.',
  dueAt: '2025-06-27T15:00:00Z',
  outcome: null,
};

async function setUp(path: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'emergency', component: EmergencyPage },
        { path: 'reviews', component: ReviewsPage },
        { path: 'couples/:id', children: [] },
      ]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { clinic: () => ({ timeZone: 'America/Chicago' }), may: () => true } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create(path);
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    await new Promise((done) => setTimeout(done));
    harness.detectChanges();
    await new Promise((done) => setTimeout(done));
    harness.detectChanges();
  };
  const page = harness.routeNativeElement!;
  const press = (words: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
  };
  const type = (field: string, text: string) => {
    const input = page.querySelector<HTMLInputElement>(field)!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  return { page, http, turn, press, type };
}

describe('opening in an emergency', () => {
  const url = '/api/clinic/break-glass';

  it('asks for both names and a sentence before it sends anything', async () => {
    const { page, http, turn, press, type } = await setUp('/emergency');
    http.expectOne(url).flush([]);
    type('textarea', 'short');
    press('Open for 60 minutes');
    await turn();
    http.expectNone(url);
    expect(page.textContent).toContain('Write at least a short sentence.');
  });

  it('opens once, remembers what is open, and goes to the couple', async () => {
    const { http, turn, press, type } = await setUp('/emergency');
    http.expectOne(url).flush([]);
    type('input[name=coupleName]', ' Ellery ');
    type('input[name=personName]', 'Rowan');
    type('textarea', 'Nobody could be reached.');
    press('Open for 60 minutes');
    const sent = http.expectOne({ url, method: 'POST' });
    expect(sent.request.body).toEqual({
      ...{ coupleName: 'Ellery', personName: 'Rowan', reason: 'Nobody could be reached.' },
    });
    expect(sent.request.headers.has('idempotency-key')).toBe(true);
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    sent.flush({ id: 'g', coupleId: 'c', coupleName: 'Ellery', openedAt: '', closesAt });
    await turn();
    expect(TestBed.inject(Emergencies).running()).toMatchObject([{ coupleId: 'c', minutesLeft: 60 }]);
  });

  it('says what to do when the names fit nothing, and keeps them', async () => {
    const { page, http, turn, press, type } = await setUp('/emergency');
    http.expectOne(url).flush([]);
    type('input[name=coupleName]', 'Elery');
    type('input[name=personName]', 'Rowan');
    type('textarea', 'Nobody could be reached.');
    press('Open for 60 minutes');
    http
      .expectOne({ url, method: 'POST' })
      .flush({ code: 'not_found', facts: {}, correlationId: 'x' }, { status: 404, statusText: 'x' });
    await turn();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('There is nothing here');
    expect(page.querySelector<HTMLInputElement>('input[name=coupleName]')?.value).toBe('Elery');
  });

  it('shows what others opened of the own couples', async () => {
    const { page, http, turn } = await setUp('/emergency');
    http.expectOne(url).flush([opening]);
    await turn();
    expect(page.textContent).toContain('Ola Brandt');
    expect(page.textContent).toContain('still open');
  });
});

describe('the review of emergency readings', () => {
  const url = '/api/clinic/break-glass/reviews';

  it('shows reason and due time, and sends what the owner found', async () => {
    const { page, http, turn, press } = await setUp('/reviews');
    const waiting = [
      { ...review, state: 'overdue', mayReview: true },
      { ...review, id: 'own', coupleName: 'Marlow', state: 'open', mayReview: false },
    ];
    http.expectOne(url).flush({ waiting, reviewed: [] });
    await turn();
    expect(page.textContent).toContain('Nobody could be reached.');
    expect(page.textContent).toContain('Was due');
    expect(page.textContent).toContain('You opened this one yourself.');
    press('To be talked about');
    const sent = http.expectOne('/api/clinic/break-glass/g/review');
    expect(sent.request.body).toEqual({ outcome: 'to_discuss' });
    sent.flush(null);
    await turn();
    http.expectOne(url).flush({ waiting: [], reviewed: [] });
    await turn();
    expect(page.textContent).toContain('Nothing waits for you');
  });
});
