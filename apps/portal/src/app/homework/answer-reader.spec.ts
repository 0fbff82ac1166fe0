import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SubmittedAnswerView, TaskRowView } from '@trellis/contracts';
import { exerciseOf } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { ifVersion } from '../core/http/idempotency-key';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Keys } from '../core/keyboard/keys';
import { AnswerReader } from './answer-reader';
import { CoupleHomework } from './couple-homework';

const task: TaskRowView = {
  id: 't1',
  templateCode: 'B01',
  templateVersion: 1,
  title: { en: 'Check-in', es: 'Un momento para mí' },
  purpose: { en: 'See how today is.', es: 'Ver cómo está hoy.' },
  keptByAuthor: 1,
  state: 'submitted',
  dueAt: '2025-06-24T23:00:00Z',
  minutes: 2,
  version: 4,
  personId: 's',
  personName: 'Sam',
  compartment: 'BP',
  submittedAt: '2025-06-24T20:00:00Z',
  reviewedAt: null,
  lateness: 'on_time',
  tooHard: false,
  needsCall: true,
  noticed: false,
};
const answer: SubmittedAnswerView = {
  task,
  exercise: exerciseOf('B01', 1),
  answers: { cared_by: 'A long walk', distress: 6 },
  keptByAuthor: 1,
  missing: null,
  readers: ['Sam', 'Jo'],
};

async function shown(view = answer) {
  TestBed.configureTestingModule({
    providers: [
      CoupleHomework,
      Keys,
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(AnswerReader);
  fixture.componentRef.setInput('taskId', 't1');
  fixture.componentRef.setInput('timeZone', 'America/Chicago');
  fixture.detectChanges();
  server.expectOne('/api/clinic/homework/t1').flush(view);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const review = () =>
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Mark as reviewed'));
  return { server, fixture, page, review };
}

describe('reading what was handed in', () => {
  it('sets the person’s words in serif, names the readers, and says how many questions stay with the author', async () => {
    const { page } = await shown();
    expect(page.querySelector('.words')?.textContent.trim()).toBe('A long walk');
    expect(page.querySelector('tr-reader-strip')?.textContent).toContain('Sam and Jo');
    expect(page.querySelector('.kept')?.textContent).toContain('Questions that Sam alone can read: 1');
    expect(page.querySelector('tr-note.safety')?.textContent).toContain('Call Sam today');
  });

  it('says whether it is done as the exercise asks, and what is missing in words', async () => {
    const missing: SubmittedAnswerView['missing'] = [
      { rule: 'therapist_confirms', left: null },
      { rule: 'per_week', left: 2 },
    ];
    const { server, fixture, page, review } = await shown({ ...answer, missing });
    expect(page.textContent).toContain('Still missing: your look at it and more times this week: 2.');
    review()?.click();
    server.expectOne('/api/clinic/homework/t1/review').flush({ ...task, state: 'reviewed', version: 5 });
    await fixture.whenStable();
    expect(page.textContent).toContain('Still missing: more times this week: 2.');
    TestBed.resetTestingModule();
    expect((await shown({ ...answer, missing: [] })).page.textContent).toContain(
      'Done as this exercise asks.',
    );
  });

  it('marks exactly the version that was read, once', async () => {
    const { server, fixture, review } = await shown();
    review()?.click();
    const sent = server.expectOne('/api/clinic/homework/t1/review');
    expect(sent.request.headers.get('if-match')).toBe(ifVersion(4)['if-match']);
    expect(sent.request.headers.get('idempotency-key')).toMatch(/\S/);
    sent.flush({
      ...task,
      state: 'reviewed',
      reviewedAt: '2025-06-24T21:00:00Z',
      version: 5,
      needsCall: false,
    });
    await fixture.whenStable();
    expect(review()).toBeUndefined();
  });

  it('says that the task changed meanwhile, and shows it as it is now', async () => {
    const { server, fixture, page, review } = await shown();
    review()?.click();
    const body = { code: 'version_stale', facts: {}, correlationId: 'c' };
    server
      .expectOne('/api/clinic/homework/t1/review')
      .flush(body, { status: 412, statusText: 'Precondition Failed' });
    await new Promise((next) => setTimeout(next));
    fixture.detectChanges();
    server
      .expectOne('/api/clinic/homework/t1')
      .flush({ ...answer, task: { ...task, version: 5 }, answers: { cared_by: 'Tea' } });
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('changed while you were reading');
    expect(page.querySelector('.words')?.textContent.trim()).toBe('Tea');
    expect(review()).toBeDefined();
  });
});
