import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DueNotesView, DueNoteView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { DueNotesPage } from './due-notes-page';

const DUE = '/api/clinic/progress-notes/due';
const COSIGNS = '/api/clinic/progress-notes/cosigns';
const row: DueNoteView = {
  ...{ appointmentId: 'a1', coupleId: 'c1', coupleName: 'Fen', kind: 'individual', side: 'RP' },
  ...{ endedAt: '2025-06-24T13:50:00Z', lateFrom: '2025-06-27T13:50:00Z', late: true },
  ...{ noteId: null, state: null, timeZone: 'America/Chicago' },
};
const begun: DueNoteView = {
  ...{ ...row, appointmentId: 'a2', coupleId: 'c2', coupleName: 'Ellery', late: false, side: 'JOINT' },
  ...{ noteId: 'n2', state: 'draft' },
};

async function setUp(keeps = true) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  jest
    .spyOn(TestBed.inject(Session), 'may')
    .mockImplementation((permission) => keeps && permission === 'progress_notes.keep');
  const fixture = TestBed.createComponent(DueNotesPage);
  const server = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  await settle();
  server.expectOne(COSIGNS).flush({ requests: [] });
  await settle();
  const answer = async (view: DueNotesView) => {
    server.expectOne(DUE).flush(view);
    await settle();
  };
  return { server, page, settle, answer };
}

describe('the notes that are owed', () => {
  it('name couple, session, whether it is late and how far the note is; each leads to its session', async () => {
    const { page, answer } = await setUp();
    await answer({ due: [row, begun], lateAfterDays: 3 });
    const rows = [...page.querySelectorAll('li')].map(({ textContent }) =>
      textContent.replaceAll(/\s+/g, ' '),
    );
    expect(rows[0]).toContain('Fen');
    expect(rows[0]).toContain('Tue, Jun 24, 8:50 AM');
    expect(rows[0]).toContain('Late');
    expect(rows[0]).toContain('not begun');
    expect(rows[1]).toContain('Due');
    expect(rows[1]).toContain('your draft is there');
    expect(page.textContent).toContain('more than 3 days after the session');
    expect([...page.querySelectorAll('li a')].map((link) => link.getAttribute('href'))).toEqual([
      '/couples/c1/progress-notes?session=a1',
      '/couples/c2/progress-notes?session=a2',
    ]);
  });

  it('say so when nothing is owed', async () => {
    const { page, answer } = await setUp();
    await answer({ due: [], lateAfterDays: 3 });
    expect(page.textContent).toContain('You owe no note');
    expect(page.querySelectorAll('li')).toHaveLength(0);
  });

  it('can be asked for again when they did not come', async () => {
    const { page, server, settle, answer } = await setUp();
    server.expectOne(DUE).flush({ code: 'internal' }, { status: 500, statusText: 'Error' });
    await settle();
    expect(page.textContent).toContain('The list could not be loaded');
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes('Try again'))?.click();
    await answer({ due: [row], lateAfterDays: 3 });
    expect(page.textContent).toContain('Fen');
  });

  it('are not asked for by somebody who keeps no notes and only signs after others', async () => {
    const { page, server } = await setUp(false);
    server.expectNone(DUE);
    expect(page.textContent).toContain('No note waits for you.');
    expect(page.textContent).not.toContain('You owe');
  });
});
