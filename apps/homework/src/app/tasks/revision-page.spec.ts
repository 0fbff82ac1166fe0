import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnTaskView } from '@trellis/contracts';
import { templateOf, type HomeworkTemplate } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { RevisionPage } from './revision-page';

const template = templateOf('R15') as HomeworkTemplate;
const task: OwnTaskView = {
  ...{ id: 't1', templateCode: 'R15', templateVersion: 1, title: template.title, purpose: template.purpose },
  ...{ keptByAuthor: 0, state: 'reviewed', dueAt: '2025-01-12T06:00:00Z', minutes: 4, version: 3 },
  ...{ template, answers: { goal: 'Call my sister', progress: 3 }, savedAt: null, tooHard: false },
};

describe('going over it once more', () => {
  it('begins with what was handed in, sends one act, and keeps the words when it changed meanwhile', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideLanguages(),
      ],
    });
    await TestBed.inject(Languages).use('en');
    const server = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(RevisionPage);
    fixture.componentRef.setInput('taskId', 't1');
    fixture.detectChanges();
    const settle = async () => {
      await new Promise((next) => setTimeout(next));
      await fixture.whenStable();
    };
    server.expectOne('/api/home/homework/t1').flush(task);
    await settle();
    const page = fixture.nativeElement as HTMLElement;
    const send = () => {
      [...page.querySelectorAll('button')]
        .find(({ textContent }) => textContent.includes('Hand in the new version'))
        ?.click();
    };
    expect(page.textContent).toContain('Nothing is saved before that.');
    send();
    const first = server.expectOne('/api/home/homework/t1/revision');
    expect(first.request.body).toEqual({ answers: task.answers });
    first.error(new ProgressEvent('error'));
    await settle();
    send();
    const again = server.expectOne('/api/home/homework/t1/revision');
    expect(again.request.headers.get('idempotency-key')).toBe(first.request.headers.get('idempotency-key'));
    const stale = { code: 'version_stale', facts: {}, correlationId: 'c' };
    again.flush(stale, { status: 412, statusText: 'Precondition Failed' });
    await new Promise((next) => setTimeout(next));
    server.expectOne('/api/home/homework/t1').flush({ ...task, version: 4, answers: {} });
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Your words are still here');
    send();
    const last = server.expectOne('/api/home/homework/t1/revision');
    expect(last.request.body).toEqual({ answers: task.answers });
  });
});
