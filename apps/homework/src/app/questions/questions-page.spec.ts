import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnQuestionsView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { QuestionsPage } from './questions-page';

const list: OwnQuestionsView = {
  questions: [
    {
      ...{ id: 'q1', category: 'money', detail: 'summary', status: 'reviewed', editOpen: false, version: 2 },
      ...{
        question: 'How much was it?',
        reason: '',
        fear: '',
        advice: null,
        changedAt: '2025-01-24T15:00:00Z',
      },
    },
  ],
  earlier: [],
  ...{ wishes: [], releasedAt: null, notYet: null, lateEvening: false },
};

async function page(view: OwnQuestionsView) {
  const session = {
    person: () => ({ id: 'p', side: 'BP' }),
    partnerName: () => 'Rowan',
    therapistName: () => 'Jo',
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      provideRouter([]),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(QuestionsPage);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await fixture.whenStable();
  server.expectOne('/api/home/questions').flush(view);
  await settle();
  const press = async (words: string): Promise<void> => {
    [...element.querySelectorAll('button')].find((one) => one.textContent.includes(words))?.click();
    await settle();
  };
  return { element, server, settle, press };
}

describe('the list of questions', () => {
  it('lets the whole list go after a second yes, once', async () => {
    const { element, server, settle, press } = await page(list);
    expect(element.textContent).toContain('How much was it?');
    await press('I am ready to let it go');
    server.expectNone('/api/home/questions/release');
    await press('Let it go');
    const sent = server.expectOne('/api/home/questions/release');
    expect(sent.request.headers.has('idempotency-key')).toBe(true);
    sent.flush({ releasedAt: '2025-01-30T15:00:00Z', questions: 1 });
    await settle();
    server.expectOne('/api/home/questions').flush({ ...list, releasedAt: '2025-01-30T15:00:00Z' });
    await settle();
    expect(element.textContent).toContain('Your list has gone');
    expect(element.textContent).not.toContain('Write a question');
  });

  it('asks for a fresh proof when the clinic wants one', async () => {
    const { element, server, settle, press } = await page(list);
    await press('I am ready to let it go');
    await press('Let it go');
    server
      .expectOne('/api/home/questions/release')
      .flush({ code: 'step_up_needed', facts: {}, correlationId: 'x' }, { status: 403, statusText: 'no' });
    await settle();
    expect(element.querySelector('input[type=password]')).not.toBeNull();
  });

  it('keeps what was asked for an earlier disclosure apart, to read', async () => {
    const earlier = [{ id: 'q0', category: 'money', question: 'What was it for?' }];
    const { element } = await page({ ...list, questions: [], earlier, notYet: 'nothing_to_release' });
    const apart = element.querySelector('details:has(.earlier)');
    expect(apart?.textContent).toContain('What was it for?');
    expect(apart?.querySelectorAll('a, button')).toHaveLength(0);
    expect(element.textContent).not.toContain('I am ready to let it go');
  });

  it('offers calm late in the evening and keeps the pen on the table', async () => {
    const { element } = await page({ ...list, lateEvening: true, notYet: 'not_reviewed' });
    expect(element.textContent).toContain('It is late.');
    expect(element.textContent).toContain('Write a question');
    expect(element.textContent).toContain('First Jo goes through every question with you.');
  });
});
