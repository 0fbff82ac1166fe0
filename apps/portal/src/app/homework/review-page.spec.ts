import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReviewItemView, TaskFeedbackView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { ifVersion } from '../core/http/idempotency-key';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Keys } from '../core/keyboard/keys';
import { FeedbackPanel } from './feedback-panel';
import { ReviewPage } from './review-page';

const item = (taskId: string, kind: ReviewItemView['kind']): ReviewItemView => ({
  ...{ taskId, kind, coupleId: 'c', personName: 'Sam', compartment: 'BP', version: 2 },
  title: { en: `Exercise ${taskId}`, es: `Tarea ${taskId}` },
  since: '2025-06-24T20:00:00Z',
});
const feedback: TaskFeedbackView = {
  ...{ taskId: 't1', state: 'submitted', talkedAt: null, askedAgainAt: null, seenAt: null, version: 2 },
  feedback: [],
};

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      Keys,
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  return TestBed.inject(HttpTestingController);
}

describe('what waits for a therapist', () => {
  it('stands in the order of the clinic, each with why it waits', async () => {
    const server = await setUp();
    const fixture = TestBed.createComponent(ReviewPage);
    fixture.detectChanges();
    const items = [item('t1', 'risk'), item('t2', 'too_hard'), item('t3', 'handed_in')];
    server.expectOne('/api/clinic/review-queue').flush({ items, more: true });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect([...page.querySelectorAll('.title')].map(({ textContent }) => textContent)).toEqual([
      'Exercise t1',
      'Exercise t2',
      'Exercise t3',
    ]);
    expect([...page.querySelectorAll('tr-chip')].map(({ textContent }) => textContent.trim())).toEqual([
      'Call today',
      'Too hard',
      'To read',
    ]);
    expect(page.textContent).toContain('More waits behind these.');
  });

  it('asks for one kind where the address names it, and says when nothing waits', async () => {
    const server = await setUp();
    const fixture = TestBed.createComponent(ReviewPage);
    fixture.componentRef.setInput('show', 'risk');
    fixture.detectChanges();
    server.expectOne('/api/clinic/review-queue?show=risk').flush({ items: [], more: false });
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Nothing waits for you');
  });
});

describe('words to an author', () => {
  it('are opened on demand, sent once against the version that was seen, and stay after a change meanwhile', async () => {
    const server = await setUp();
    const fixture = TestBed.createComponent(FeedbackPanel);
    for (const [name, value] of [
      ['taskId', 't1'],
      ['name', 'Sam'],
      ['timeZone', 'UTC'],
    ] as const)
      fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = (words: string) => {
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
    };
    server.expectNone('/api/clinic/feedback/t1');
    press('Answer Sam');
    server.expectOne('/api/clinic/feedback/t1').flush(feedback);
    await fixture.whenStable();
    press('Send to Sam');
    await fixture.whenStable();
    server.expectNone({ method: 'POST' });
    expect(page.textContent).toContain('Write a word or two first.');
    const text = page.querySelector('textarea')!;
    text.value = ' Thank you. ';
    text.dispatchEvent(new Event('input'));
    press('Send to Sam');
    const sent = server.expectOne({ method: 'POST', url: '/api/clinic/feedback/t1' });
    expect(sent.request.body).toEqual({ words: 'Thank you.', askAgain: false });
    expect(sent.request.headers.get('if-match')).toBe(ifVersion(2)['if-match']);
    const stale = { code: 'version_stale', facts: {}, correlationId: 'c' };
    sent.flush(stale, { status: 412, statusText: 'Precondition Failed' });
    await new Promise((next) => setTimeout(next));
    server.expectOne('/api/clinic/feedback/t1').flush({ ...feedback, version: 3 });
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('your words are kept');
    expect(page.querySelector('textarea')?.value).toBe(' Thank you. ');
  });
});
