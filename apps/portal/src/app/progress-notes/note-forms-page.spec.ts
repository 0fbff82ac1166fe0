import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { NoteFormView, NoteTimelinessView } from '@trellis/contracts';
import { headers } from '@trellis/vocabulary';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { NoteFormsPage } from './note-forms-page';

const FORMS = '/api/clinic/progress-note-forms';
const STANDING = '/api/clinic/progress-notes/timeliness';
const first: NoteFormView = {
  ...{ id: 'f1', number: 3, name: 'First meeting', retiredAt: null },
  parts: [
    { heading: 'What brings them', isPlan: false },
    { heading: 'Next steps', isPlan: true },
  ],
};
const gone: NoteFormView = { ...first, id: 'f2', name: 'Old form', retiredAt: '2025-05-01T12:00:00Z' };
const standing: NoteTimelinessView = { lateAfterDays: 3, version: 2, due: 4, late: 1, signed: 18 };

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(NoteFormsPage);
  const server = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const loaded = async (forms: NoteFormView[] = [first, gone]) => {
    server.expectOne({ method: 'GET', url: FORMS }).flush({ forms });
    server.expectOne({ method: 'GET', url: STANDING }).flush(standing);
    await settle();
  };
  await settle();
  await loaded();
  const press = async (words: string) => {
    const found = [...page.querySelectorAll('button')].find((one) =>
      one.textContent.trim().startsWith(words),
    );
    if (found === undefined) throw new Error(`no button ${words}`);
    found.click();
    await settle();
  };
  const type = async (at: number, text: string) => {
    const field = page.querySelectorAll<HTMLInputElement>('tr-note-form-editor input')[at];
    if (field === undefined) throw new Error(`no field ${at.toString()}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle();
  };
  return { page, server, settle, loaded, press, type };
}

describe('progress notes at the office', () => {
  it('are numbers and forms: how many are due, late and signed, and the headings of each form', async () => {
    const { page } = await setUp();
    const numbers = [...page.querySelectorAll('dl > div')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent.trim()),
    );
    expect(numbers).toEqual([
      ['Due, in time', '4'],
      ['Late', '1'],
      ['Signed in the last 30 days', '18'],
    ]);
    const [inUse, old] = [...page.querySelectorAll('li')];
    expect(inUse?.textContent).toContain('What brings them and Next steps');
    expect(old?.textContent).toContain('Not in use');
    expect(old?.querySelector('button')).toBeNull();
  });

  it('set the day from which a note is late, over the number that was seen', async () => {
    const { page, server, settle, press } = await setUp();
    const field = page.querySelector<HTMLInputElement>('input[type=number]');
    if (field === null) throw new Error('no number of days');
    field.value = '5';
    field.dispatchEvent(new Event('input'));
    await press('Set');
    const sent = server.expectOne({ method: 'PUT', url: STANDING });
    expect(sent.request.body).toEqual({ lateAfterDays: 5 });
    expect(sent.request.headers.get(headers.ifMatch)).toBe('"v2"');
    sent.flush({ ...standing, lateAfterDays: 5, late: 0, version: 3 });
    await settle();
    expect(page.querySelector('dl')?.textContent).toContain('0');
  });

  it('draw up a form: empty headings are left out, and nothing is sent before it has a name and one heading', async () => {
    const { page, server, settle, loaded, press, type } = await setUp();
    await press('New form');
    await press('Keep the form');
    server.expectNone({ method: 'POST', url: FORMS });
    await type(0, ' Review ');
    await type(1, 'What changed');
    await press('One more heading');
    await type(3, 'What we agree');
    const plan = page.querySelector<HTMLSelectElement>('tr-note-form-editor select');
    if (plan === null) throw new Error('no choice of the plan');
    plan.value = '2';
    plan.dispatchEvent(new Event('change'));
    await press('Keep the form');
    const sent = server.expectOne({ method: 'POST', url: FORMS });
    expect(sent.request.body).toEqual({
      name: 'Review',
      parts: [
        { heading: 'What changed', isPlan: false },
        { heading: 'What we agree', isPlan: true },
      ],
    });
    sent.flush({ ...first, id: 'f3', number: 1, name: 'Review' });
    await settle();
    await loaded();
    expect(page.querySelector('tr-note-form-editor')).toBeNull();
  });

  it('write the next draft of a form over the one that was seen', async () => {
    const { server, press, type } = await setUp();
    await press('Change');
    await type(0, 'First hour');
    await press('Keep the form');
    const sent = server.expectOne({ method: 'POST', url: `${FORMS}/f1/drafts` });
    expect(sent.request.headers.get(headers.ifMatch)).toBe('"v3"');
    expect(sent.request.body).toEqual({ name: 'First hour', parts: first.parts });
  });

  it('take a form out of use, and show it so', async () => {
    const { page, server, settle, loaded, press } = await setUp();
    await press('Take out of use');
    const sent = server.expectOne({ method: 'POST', url: `${FORMS}/f1/retirement` });
    expect(sent.request.headers.get(headers.ifMatch)).toBe('"v3"');
    sent.flush({ ...first, retiredAt: '2025-06-30T12:00:00Z' });
    await settle();
    await loaded([{ ...first, retiredAt: '2025-06-30T12:00:00Z' }]);
    expect(page.querySelector('li')?.textContent).toContain('Not in use');
  });
});
