import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { NoteCoSignRowView, NoteCoSignView } from '@trellis/contracts';
import { headers } from '@trellis/vocabulary';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { NoteCoSigns } from './note-cosigns';

const LIST = '/api/clinic/progress-notes/cosigns';
const ONE = `${LIST}/n1`;
const row: NoteCoSignRowView = {
  ...{ id: 'n1', coupleName: 'Fen', side: 'RP', sessionKind: 'individual', byName: 'Jo Whitlock' },
  ...{ sessionAt: '2025-06-24T13:00:00Z', at: '2025-06-24T22:00:00Z', version: 4 },
};
const note: NoteCoSignView = {
  ...row,
  form: { form: 'DAP', name: null, parts: ['data', 'assessment', 'plan'], planPart: 2 },
  texts: ['He came on time.', '', 'Group on Wednesday.'],
  remarks: [{ byName: 'Ola Lind', at: '2025-06-23T22:00:00Z', text: 'The plan is missing.' }],
};

async function setUp(requests: NoteCoSignRowView[] = [row]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(NoteCoSigns);
  const server = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  await settle();
  server.expectOne(LIST).flush({ requests });
  await settle();
  const button = (words: string) =>
    [...page.querySelectorAll<HTMLButtonElement>('tr-card button')].find(({ textContent }) =>
      textContent.trim().startsWith(words),
    );
  const press = async (words: string) => {
    button(words)?.click();
    await settle();
  };
  const read = async () => {
    await press('Read');
    server.expectOne({ method: 'GET', url: ONE }).flush(note);
    await settle();
  };
  const remark = async (text: string) => {
    const area = page.querySelector('textarea');
    if (area === null) throw new Error('no place for a remark');
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await settle();
  };
  return { page, server, settle, button, press, read, remark };
}

describe('notes that wait for a second signature', () => {
  it('are listed without a word of them, and nothing can be signed from the list', async () => {
    const { page, button } = await setUp();
    expect(page.textContent).toContain('Fen');
    expect(page.textContent).toContain('Jo Whitlock signed and asked you');
    expect(page.textContent).not.toContain('He came on time.');
    expect(button('Sign')).toBeUndefined();
    expect(page.querySelector('textarea')).toBeNull();
  });

  it('are read first: headings with words, what was said before, and no empty part', async () => {
    const { page, read } = await setUp();
    await read();
    expect([...page.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
      ...['Data', 'Plan', 'Said on giving it back'],
    ]);
    expect(page.textContent).toContain('The plan is missing.');
  });

  it('are signed in the version that was read, and leave the list', async () => {
    const { page, server, settle, press, read } = await setUp();
    await read();
    await press('Sign');
    const sent = server.expectOne({ method: 'POST', url: ONE });
    expect(sent.request.body).toEqual({ agreed: true });
    expect(sent.request.headers.get(headers.ifMatch)).toBe('"v4"');
    expect(sent.request.headers.has(headers.idempotencyKey)).toBe(true);
    sent.flush({ requests: [] });
    await settle();
    expect(page.textContent).toContain('No note waits for you.');
    expect(page.textContent).not.toContain('He came on time.');
  });

  it('are given back with a remark, and not without one', async () => {
    const { page, server, settle, button, press, read, remark } = await setUp();
    await read();
    expect(button('Give it back')?.getAttribute('aria-disabled')).toBe('true');
    await remark('   ');
    await press('Give it back');
    server.expectNone({ method: 'POST', url: ONE });
    await remark(' Say what you both planned. ');
    await press('Give it back');
    const sent = server.expectOne({ method: 'POST', url: ONE });
    expect(sent.request.body).toEqual({ agreed: false, remark: 'Say what you both planned.' });
    sent.flush({ requests: [] });
    await settle();
    expect(page.querySelector('textarea')).toBeNull();
  });

  it('stay open with what was typed when the server refuses', async () => {
    const { page, server, settle, press, read, remark } = await setUp();
    await read();
    await remark('Something is missing.');
    await press('Give it back');
    server
      .expectOne({ method: 'POST', url: ONE })
      .flush({ code: 'version_stale' }, { status: 412, statusText: 'Stale' });
    await settle();
    expect(page.querySelector('textarea')?.value).toBe('Something is missing.');
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
  });
});
