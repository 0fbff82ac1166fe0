import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CaseQuestionsView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { QuestionsPage } from './questions-page';

const view: CaseQuestionsView = {
  sides: ['BP'],
  questions: [
    {
      ...{
        id: 'q1',
        category: 'money',
        detail: null,
        status: 'draft',
        editOpen: false,
        silenced: false,
        version: 3,
      },
      ...{ question: 'How much was it?', reason: 'I plan', fear: 'debts', advice: null, outcome: null },
      ...{ reasonDiscussed: false, answerVersion: 0 },
    },
  ],
  ...{ wishes: [], releasedAt: null, passedOnAt: null, listVersion: 0, unanswered: [] },
};
const url = '/api/clinic/questions/c1';

async function page(shown: CaseQuestionsView) {
  const couple = {
    view: () => ({ timeZone: 'America/Chicago' }),
    person: (side: string) => ({ name: side === 'BP' ? 'Iris' : 'Rowan' }),
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      { provide: CurrentCouple, useValue: couple },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(QuestionsPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const element = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await fixture.whenStable();
  server.expectOne(url).flush(shown);
  await settle();
  return { element, server, settle };
}

describe('the questions of the partner', () => {
  it('keeps what the therapist typed when somebody else was faster', async () => {
    const { element, server, settle } = await page(view);
    const area = element.querySelector('textarea')!;
    area.value = 'Do you want the sum?';
    area.dispatchEvent(new Event('input'));
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = server.expectOne(`${url}/q1/look`);
    expect(sent.request.headers.get('if-match')).toBe('"v3"');
    sent.flush({ code: 'version_stale', facts: {}, correlationId: 'x' }, { status: 412, statusText: 'no' });
    await settle();
    const theirs = { ...view.questions[0]!, advice: 'Ask for the month.', version: 4 };
    server.expectOne(url).flush({ ...view, questions: [theirs] });
    await settle();
    expect(element.querySelector('textarea')!.value).toBe('Do you want the sum?');
    expect(element.querySelector('blockquote')?.textContent).toBe('Ask for the month.');
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const again = server.expectOne(`${url}/q1/look`);
    expect([again.request.body, again.request.headers.get('if-match')]).toEqual([
      { advice: 'Do you want the sum?' },
      '"v4"',
    ]);
    again.flush({ id: 'q1', version: 5, savedAt: '2025-01-30T15:00:00Z' });
    await settle();
    server
      .expectOne(url)
      .flush({ ...view, questions: [{ ...theirs, advice: 'Do you want the sum?', version: 5 }] });
    await settle();
    expect(element.querySelector('blockquote')).toBeNull();
  });

  it('shows the answering side what is open, and passes the list on', async () => {
    const released = {
      ...view,
      ...{ sides: ['RP' as const], releasedAt: '2025-01-30T15:00:00Z', listVersion: 1, unanswered: ['q1'] },
      questions: [{ ...view.questions[0]!, status: 'released' as const }],
    };
    const { element, server, settle } = await page(released);
    expect(element.textContent).toContain('Released questions that nothing closes yet: 1');
    expect(element.querySelector('textarea')).toBeNull();
    [...element.querySelectorAll('button')]
      .find((one) => one.textContent.includes('Pass the list on'))
      ?.click();
    await settle();
    expect(server.expectOne(`${url}/passing-on`).request.headers.get('if-match')).toBe('"v1"');
  });

  it('tells the couple therapist that the list came, and no question', async () => {
    const { element } = await page({ ...view, sides: [], questions: [], releasedAt: '2025-01-30T15:00:00Z' });
    expect(element.textContent).toContain('sees only that the list has come');
    expect(element.textContent).not.toContain('How much');
  });
});
