import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ClinicInstrumentView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { askedLists, mappingOf } from './item-lists';
import { instrumentOf } from '@trellis/domain';
import { InstrumentsPage } from './instruments-page';

const url = '/api/clinic/instruments';
const noLines = {
  ...{ cut: null, ownCut: null, change: null, ownSd: null, ownReliability: null },
  ...{ setByName: null, setAt: null, version: 0 },
};
const kept: ClinicInstrumentView = {
  code: 'PCL-5',
  forms: [
    {
      ...{ id: 'f1', language: 'en', number: 1, title: 'Our copy', copyright: 'Held by somebody' },
      ...{ attestedByName: 'Ada Field', attestedAt: '2025-01-06T15:00:00Z', version: 1 },
      ...{ licenceReference: 'letter 7', retiredAt: null },
    },
  ],
  thresholds: noLines,
};

async function setUp(instruments: readonly ClinicInstrumentView[], language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(InstrumentsPage);
  const page = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
    fixture.detectChanges();
  };
  fixture.detectChanges();
  http.expectOne(url).flush({ instruments });
  await settled();
  const press = async (words: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words)?.click();
    await settled();
  };
  const choose = async (select: HTMLSelectElement | undefined, value: string) => {
    select!.value = value;
    select!.dispatchEvent(new Event('change'));
    await settled();
  };
  return { page, http, settled, press, choose };
}

const bringing = (page: HTMLElement) => page.querySelector('tr-bring-form')!;

describe('the instruments of a clinic', () => {
  it('stand there with copyright, attestation and lines, and are retired and drawn over their version', async () => {
    const { page, http, settled, press, choose } = await setUp([kept]);
    expect(page.textContent).toContain('Held by somebody');
    expect(page.textContent).toContain('Ada Field said on January 6, 2025 that the clinic may use it.');
    expect(page.textContent).toContain('Permission: letter 7.');
    const [cut, change] = page.querySelectorAll<HTMLSelectElement>('tr-lines-form select');
    expect(cut?.textContent).toContain('31 and more. Published, S33a');
    await choose(cut, 'own');
    await press('Save the lines');
    http.expectNone({ method: 'PUT' });
    expect(page.querySelector('tr-lines-form [role=alert]')?.textContent).toContain('clinic');
    const own = page.querySelector<HTMLInputElement>('tr-lines-form input')!;
    own.value = '40';
    own.dispatchEvent(new Event('input'));
    await choose(change, 'important_10');
    await press('Save the lines');
    const drawn = http.expectOne({ method: 'PUT', url: `${url}/PCL-5/thresholds` });
    expect(drawn.request.headers.get('if-match')).toBe('"v0"');
    expect(drawn.request.body).toEqual({ cut: null, ownCut: 40, change: 'important_10' });
    drawn.flush({ ...kept, thresholds: { ...noLines, ownCut: 40, setByName: 'Ada Field', version: 1 } });
    await settled();
    expect(page.textContent).toContain('Set by Ada Field.');
    await press('Use it no more');
    const retired = http.expectOne({ method: 'POST', url: `${url}/forms/f1/retire` });
    expect(retired.request.headers.get('if-match')).toBe('"v1"');
    retired.flush({ ...kept, forms: [{ ...kept.forms[0]!, retiredAt: '2025-01-07T15:00:00Z' }] });
    await settled();
    expect(page.textContent).toContain('Not in use.');
  });

  it('are brought as a file with the word for it, or refused with every reason', async () => {
    const { page, http, settled, press, choose } = await setUp([]);
    expect(page.textContent).toContain('No instrument yet');
    await press('Bring it');
    http.expectNone({ method: 'POST' });
    expect(bringing(page).textContent).toContain('Choose the instrument that the form is of.');
    expect(bringing(page).textContent).toContain('Choose a file first.');
    await choose(bringing(page).querySelector('select') ?? undefined, 'HITS');
    expect(bringing(page).textContent).toContain('Needed for this instrument.');
    const text = '{"resourceType":"Questionnaire"}';
    const input = bringing(page).querySelector<HTMLInputElement>('input[type=file]')!;
    const file = { size: text.length, text: () => Promise.resolve(text) };
    Object.defineProperty(input, 'files', { value: { item: () => file } });
    input.dispatchEvent(new Event('change'));
    bringing(page).querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await settled();
    await press('Bring it');
    const sent = http.expectOne({ method: 'POST', url: `${url}/imports` });
    expect(sent.request.body).toEqual({ code: 'HITS', questionnaire: text, attested: true });
    const problems = [
      { code: 'licence_reference_missing', linkId: null },
      { code: 'repeats', linkId: 'i2' },
    ];
    const body = { code: 'questionnaire_refused', facts: { problems }, correlationId: 'c' };
    sent.flush(body, { status: 400, statusText: 'Bad Request' });
    await settled();
    const reasons = [...page.querySelectorAll('.reasons li')].map((one) => one.textContent.trim());
    expect(reasons[0]).toBe('Give the number or name of the license or permission.');
    expect(reasons[1]).toContain('Item i2: A scored item may have one answer only.');
  });

  it('say calmly in Spanish that there is none', async () => {
    const { page } = await setUp([], 'es');
    expect(page.textContent).toContain('Todavía no hay instrumentos');
  });
});

describe('what a clinic names of its copy', () => {
  it('is nothing for most, and lists by linkId where copies differ', () => {
    expect(mappingOf(askedLists(instrumentOf('PHQ-9')), {})).toBeUndefined();
    expect(mappingOf(askedLists(instrumentOf('PHQ-9')), { items: 'a, b  c' })).toEqual({
      ...{ items: ['a', 'b', 'c'], reversed: null, scales: {} },
    });
    const trust = askedLists(instrumentOf('TCRS'));
    expect(trust).toEqual({ scales: ['predictability', 'dependability', 'faith'], reversed: true });
    expect(mappingOf(trust, { 'scale:faith': 'q1;q2', reversed: '' })).toEqual({
      items: null,
      reversed: [],
      scales: { predictability: [], dependability: [], faith: ['q1', 'q2'] },
    });
  });
});
