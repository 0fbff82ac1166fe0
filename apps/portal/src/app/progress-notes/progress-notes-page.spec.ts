import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ProgressNoteRowView, ProgressNotesView, ProgressNoteView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { ProgressNotesPage } from './progress-notes-page';

const base = '/api/clinic/couples/c1/progress-notes';
const row: ProgressNoteRowView = {
  id: 'n1',
  appointmentId: 'a1',
  sessionKind: 'individual',
  sessionAt: '2025-06-24T20:00:00Z',
  side: 'RP',
  state: 'draft',
  byId: 's1',
  byName: 'Mina Castellan',
  coSignerName: null,
  changedAt: '2025-06-24T21:00:00Z',
  signedAt: null,
  amendments: 0,
  version: 2,
};
const signed: ProgressNoteRowView = {
  ...row,
  id: 'n0',
  state: 'signed',
  signedAt: '2025-06-18T21:00:00Z',
  sessionAt: '2025-06-17T20:00:00Z',
};
const page: ProgressNotesView = {
  notes: [row, signed],
  nextCursor: null,
  mayWrite: true,
  mySides: ['RP'],
  timeZone: 'America/Chicago',
  sessions: [{ appointmentId: 'a1', kind: 'individual', side: 'RP', startsAt: '2025-06-24T20:00:00Z' }],
};
const note: ProgressNoteView = {
  ...row,
  form: { form: 'DAP', name: null, parts: ['data', 'assessment', 'plan'], planPart: 2 },
  texts: ['calm', '', ''],
  ...{ amended: [], remarks: [], isAuthor: true, mayAmend: false },
  coSigners: [{ id: 's9', name: 'Ola Lind' }],
};

class Desk {
  readonly server = TestBed.inject(HttpTestingController);

  constructor(private readonly fixture: ComponentFixture<ProgressNotesPage>) {}

  get page(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  get areas(): HTMLTextAreaElement[] {
    return [...this.page.querySelectorAll('textarea')];
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    await this.fixture.whenStable();
  }

  async press(words: string): Promise<void> {
    const found = [...this.page.querySelectorAll('button')].find((one) => one.textContent.includes(words));
    if (found === undefined) throw new Error(`no button ${words} in ${this.page.textContent}`);
    found.click();
    await this.settle();
  }

  async type(at: number, text: string): Promise<void> {
    const area = this.areas[at]!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await this.settle();
  }

  async answer(url: string, body: object): Promise<void> {
    this.server.expectOne(url).flush(body);
    await this.settle();
  }
}

async function desk(): Promise<Desk> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      provideLanguages(),
      CurrentCouple,
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(ProgressNotesPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const made = new Desk(fixture);
  await made.settle();
  await made.answer(base, page);
  return made;
}

async function opened(one: Partial<ProgressNoteView> = {}): Promise<Desk> {
  const made = await desk();
  await made.press('Jun 24');
  await made.answer(`${base}/n1`, { ...note, ...one });
  return made;
}

describe('the page of progress notes', () => {
  it('lists sessions and states, and no words', async () => {
    const made = await desk();
    expect(made.page.textContent).toContain('Tue, Jun 24');
    expect(made.page.textContent).toContain('One person, by Mina Castellan');
    expect(made.areas).toHaveLength(0);
  });

  it('has a field for each part, saves itself, and says saved only when it is', async () => {
    const made = await opened();
    const labels = [...made.page.querySelectorAll('label')].map((one) => one.textContent.trim());
    expect(labels).toEqual(['Data', 'Assessment', 'Plan']);
    await made.type(1, 'steadier');
    expect(made.page.textContent).toContain('Not saved yet.');
    await made.press('Save now');
    const request = made.server.expectOne({ method: 'PUT', url: `${base}/n1` });
    expect(request.request.body).toEqual({ parts: ['calm', 'steadier', ''] });
    expect(request.request.headers.get('if-match')).toBe('"v2"');
    request.flush({ id: 'n1', state: 'draft', version: 3, savedAt: '2025-06-24T21:05:00Z' });
    await made.settle();
    expect(made.page.textContent).toContain('Saved with your clinic');
  });

  it('shows both texts when another window saved meanwhile, and keeps the own one in its field', async () => {
    const made = await opened();
    await made.type(0, 'mine');
    await made.press('Save now');
    const stale = { code: 'version_stale', facts: {}, correlationId: 'x' };
    made.server
      .expectOne({ method: 'PUT', url: `${base}/n1` })
      .flush(stale, { status: 412, statusText: 'stale' });
    await made.settle();
    await made.answer(`${base}/n1`, { ...note, version: 3, texts: ['theirs', '', ''] });
    expect(made.areas[0]?.value).toBe('mine');
    expect(made.page.querySelector('tr-meanwhile-note')?.textContent).toContain('theirs');
    await made.press('Save now');
    const again = made.server.expectOne({ method: 'PUT', url: `${base}/n1` });
    expect([again.request.headers.get('if-match'), again.request.body]).toEqual([
      '"v3"',
      { parts: ['mine', '', ''] },
    ]);
  });

  it('brings the plan of the last signed note only when it is asked to', async () => {
    const made = await opened();
    expect(made.areas[2]?.value).toBe('');
    await made.press('Bring the plan');
    await made.answer(`${base}/n0`, { ...note, ...signed, texts: ['', '', 'walk on Tuesdays'] });
    expect(made.areas[2]?.value).toBe('walk on Tuesdays');
  });

  it('shows a signed note as text, and amends it beside', async () => {
    const made = await opened({
      state: 'signed',
      signedAt: '2025-06-25T20:00:00Z',
      mayAmend: true,
      coSigners: [],
    });
    expect(made.areas).toHaveLength(0);
    expect(made.page.textContent).toContain('Signed by Mina Castellan');
    await made.press('Amend');
    const reason = made.page.querySelector('input')!;
    reason.value = 'the day';
    reason.dispatchEvent(new Event('input'));
    await made.type(0, 'on Wednesdays');
    made.page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await made.settle();
    const sent = made.server.expectOne(`${base}/n1/amendments`);
    expect(sent.request.body).toMatchObject({ reason: 'the day', text: 'on Wednesdays' });
  });
});
