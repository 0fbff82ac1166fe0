import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { PsychotherapyNoteRowView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { UnsentText } from '../core/session/unsent-text';
import { NotesPage } from './notes-page';

const row: PsychotherapyNoteRowView = {
  id: 'n1',
  sessionOn: '2025-06-24',
  writtenAt: '2025-06-24T20:00:00Z',
  changedAt: '2025-06-24T20:00:00Z',
  characters: 5,
  revision: 1,
  version: 1,
  removedAt: null,
  goneAt: null,
};
const base = '/api/clinic/couples/c1/psychotherapy-notes';

class Desk {
  constructor(
    private readonly fixture: ComponentFixture<NotesPage>,
    readonly server: HttpTestingController,
  ) {}

  get page(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  get area(): HTMLTextAreaElement {
    return this.page.querySelector('textarea')!;
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    await this.fixture.whenStable();
  }

  async list(notes: readonly PsychotherapyNoteRowView[] = [row], mayWrite = true): Promise<void> {
    this.server.expectOne(base).flush({ notes, nextCursor: null, mayWrite });
    await this.settle();
  }

  async press(words: string): Promise<void> {
    const found = [...this.page.querySelectorAll('button')].find((one) => one.textContent.includes(words));
    if (found === undefined) throw new Error(`no button ${words} in ${this.page.textContent}`);
    found.click();
    await this.settle();
  }

  async type(text: string): Promise<void> {
    this.area.value = text;
    this.area.dispatchEvent(new Event('input'));
    await this.settle();
  }

  async save(): Promise<TestRequest> {
    this.page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await this.settle();
    return this.server.expectOne(({ method }) => method !== 'GET');
  }

  async refuse(request: TestRequest, status: number, code: string): Promise<void> {
    request.flush({ code, facts: {}, correlationId: 'x' }, { status, statusText: code });
    await this.settle();
  }
}

async function desk(): Promise<Desk> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  return again();
}

/** The page once more in the same session, as after a lock. */
async function again(): Promise<Desk> {
  const fixture = TestBed.createComponent(NotesPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const made = new Desk(fixture, TestBed.inject(HttpTestingController));
  await made.settle();
  return made;
}

async function opened(text = 'first', version = 1): Promise<Desk> {
  const made = await desk();
  await made.list();
  await made.press('Session of');
  made.server.expectOne(`${base}/n1`).flush({ ...row, version, text, mayWrite: true });
  await made.settle();
  return made;
}

describe('the page of private notes', () => {
  it('says who can read, lists dates and no words, and has no page open at first', async () => {
    const made = await desk();
    await made.list();
    expect(made.page.textContent).toContain('Only you can read these notes.');
    expect(made.page.textContent).toContain('Session of Tue, Jun 24');
    expect(made.page.querySelector('textarea')).toBeNull();
  });

  it('writes a new note under an id of its own, and says saved only when it is', async () => {
    const made = await desk();
    await made.list([]);
    await made.press('New note');
    expect(made.area.getAttribute('spellcheck')).toBe('false');
    await made.type('What I thought');
    expect(made.page.textContent).toContain('14 of 20,000 characters');
    expect(made.page.textContent).toContain('It is only on this page');
    const request = await made.save();
    const { id, ...rest } = request.request.body as { id: string };
    expect([request.request.method, request.request.url, rest]).toEqual([
      ...['POST', base, { text: 'What I thought', sessionOn: null }],
    ]);
    expect(made.page.textContent).not.toContain('Saved with your clinic');
    request.flush({ id, version: 1, revision: 1, savedAt: '2025-06-24T20:00:00Z' });
    await made.settle();
    await made.list([{ ...row, id }]);
    expect(made.page.textContent).toContain('Saved with your clinic');
    expect(TestBed.inject(UnsentText).any()).toBe(false);
  });

  it('sends the same again, under the same key, after an answer that got lost', async () => {
    const made = await opened();
    await made.type('second');
    const first = await made.save();
    first.error(new ProgressEvent('error'));
    await made.settle();
    expect(made.page.textContent).toContain('Your text is still on this page.');
    const second = await made.save();
    expect(second.request.headers.get('idempotency-key')).toBe(first.request.headers.get('idempotency-key'));
    expect(second.request.headers.get('if-match')).toBe('"v1"');
  });

  it('keeps what was typed through a lock, without sending it', async () => {
    const before = await opened();
    await before.type('half a thou');
    const after = await again();
    await after.list();
    expect(after.page.textContent).toContain('Not saved yet');
    await after.press('Session of');
    after.server.expectOne(`${base}/n1`).flush({ ...row, text: 'first', mayWrite: true });
    await after.settle();
    expect(after.area.value).toBe('half a thou');
  });

  it('shows both texts when another device was faster, and replaces neither unasked', async () => {
    const made = await opened();
    await made.type('mine');
    await made.refuse(await made.save(), 412, 'version_stale');
    made.server.expectOne(`${base}/n1`).flush({ ...row, version: 2, text: 'theirs', mayWrite: true });
    await made.settle();
    expect(made.page.textContent).toContain('This note was changed on another device');
    expect(made.page.querySelector('.text')?.textContent).toBe('theirs');
    expect(made.area.value).toBe('mine');
    await made.press('Put both into one note');
    expect(made.area.value).toBe('theirs\n\nmine');
    const request = await made.save();
    expect(request.request.headers.get('if-match')).toBe('"v2"');
  });

  it('meets a version that changed while the portal was locked as two texts as well', async () => {
    const before = await opened();
    await before.type('mine');
    const after = await again();
    await after.list();
    await after.press('Session of');
    after.server.expectOne(`${base}/n1`).flush({ ...row, version: 2, text: 'theirs', mayWrite: true });
    await after.settle();
    expect([after.area.value, after.page.querySelector('.text')?.textContent]).toEqual(['mine', 'theirs']);
    await after.press('Keep mine');
    const request = after.server.expectOne(({ method }) => method === 'PUT');
    expect([request.request.headers.get('if-match'), request.request.body]).toEqual([
      ...['"v2"', { text: 'mine', sessionOn: '2025-06-24' }],
    ]);
  });

  it('sends no note that is too long, and says by how much', async () => {
    const made = await opened();
    await made.type('🌿'.repeat(20_003));
    expect(made.page.textContent).toContain('The note is 3 characters too long.');
    made.page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await made.settle();
    made.server.expectNone(({ method }) => method !== 'GET');
  });

  it('is for reading only once the couple is somebody else’s', async () => {
    const made = await desk();
    await made.list([row], false);
    expect(made.page.textContent).toContain('You no longer care for this couple.');
    await made.press('Session of');
    made.server.expectOne(`${base}/n1`).flush({ ...row, text: 'first', mayWrite: false });
    await made.settle();
    expect(made.page.querySelector('textarea')).toBeNull();
    expect(made.page.querySelector('.text')?.textContent).toBe('first');
  });
});
