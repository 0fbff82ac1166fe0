import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { emptyClinicTemplate, type ClinicTemplate } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { BuilderPage } from './builder-page';

const say = (en: string, es = '') => ({ en, es });
const kind: ClinicTemplate = {
  ...emptyClinicTemplate,
  title: say('Kind moments', 'Momentos amables'),
  purpose: say('Notice one good thing.'),
  fields: [
    { key: 'q1', kind: 'text', label: say('A kind moment'), required: true },
    { key: 'q2', kind: 'bool', label: say('Was it hard?'), required: true },
    {
      ...{ key: 'q3', kind: 'line', label: say('What made it hard?'), required: true },
      askedWhen: { key: 'q2', is: [true] },
    },
  ],
};
const view = (content: ClinicTemplate, version: number) => ({
  ...{ id: 'x', code: 'RX01', state: 'draft', retiredAt: null, version },
  versions: [
    { number: 1, state: 'draft', content, savedByName: 'Jo Whitlock', savedAt: '2025-06-01T10:00:00Z' },
  ],
});

class Desk {
  constructor(private readonly fixture: ComponentFixture<BuilderPage>) {}

  readonly server = TestBed.inject(HttpTestingController);
  get page(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  async turn(): Promise<void> {
    this.fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    this.fixture.detectChanges();
  }

  async load(content: ClinicTemplate, version: number): Promise<void> {
    this.server
      .expectOne('/api/clinic/exercises')
      .flush({ exercises: [{ id: 'x', code: 'RX01' }], most: 200 });
    await this.turn();
    this.server.expectOne('/api/clinic/exercises/x').flush(view(content, version));
    await this.turn();
  }

  leave(): void {
    this.fixture.destroy();
  }

  at(place: string): HTMLInputElement {
    const found = this.page.querySelector<HTMLInputElement>(`[data-place="${place}"]`);
    if (found === null) throw new Error(`nothing at ${place}`);
    return found;
  }

  async write(place: string, text: string): Promise<void> {
    const input = this.at(place);
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await this.turn();
  }

  async press(element: HTMLElement): Promise<void> {
    element.click();
    await this.turn();
  }

  button(name: string): HTMLButtonElement {
    const all = [...this.page.querySelectorAll('button')];
    const found = all.find((one) => one.textContent.trim() === name);
    if (found === undefined) throw new Error(`no button ${name}`);
    return found;
  }

  /** The save that waits for a pause in the writing. */
  async pause(): Promise<void> {
    await jest.advanceTimersByTimeAsync(1300);
    this.fixture.detectChanges();
  }

  saving() {
    return this.server.expectOne('/api/clinic/exercises/x/draft');
  }
}

async function open(content = kind, version = 1): Promise<Desk> {
  const fixture = TestBed.createComponent(BuilderPage);
  fixture.componentRef.setInput('code', 'RX01');
  const desk = new Desk(fixture);
  await desk.turn();
  await desk.load(content, version);
  return desk;
}

describe('the builder of an exercise', () => {
  beforeEach(async () => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideLanguages(),
        provideRouter([]),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    const spoken = TestBed.inject(Languages).use('en');
    await jest.advanceTimersByTimeAsync(0);
    await spoken;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('saves itself after a pause, over the version that was read, and says where the text is', async () => {
    const desk = await open();
    expect(desk.page.textContent).toContain('Saved with the clinic');
    await desk.write('title.en', 'Kinder moments');
    expect(desk.page.textContent).toContain('Not saved yet');
    await desk.pause();
    const { request } = desk.saving();
    expect(request.headers.get('if-match')).toBe('"v1"');
    expect(request.body).toEqual({ content: { ...kind, title: say('Kinder moments', 'Momentos amables') } });
  });

  it('opens one question at a time, moves it by button and keeps the focus with it', async () => {
    const desk = await open();
    document.body.append(desk.page);
    await desk.press(desk.at('fields.1'));
    expect(desk.at('fields.1.label.en').value).toBe('Was it hard?');
    await desk.press(desk.at('fields.1.up'));
    expect(document.activeElement).toBe(desk.at('fields.0.up'));
    await desk.pause();
    const { fields } = (desk.saving().request.body as { content: ClinicTemplate }).content;
    expect(fields.map(({ key }) => key)).toEqual(['q2', 'q1', 'q3']);
    desk.page.remove();
  });

  it('keeps both when something is written in the moment in which a question is added', async () => {
    const desk = await open();
    await desk.press(desk.at('fields.0'));
    const before = desk.at('fields.0.label.en');
    desk.button('Add a question').click();
    before.value = 'A kinder moment';
    before.dispatchEvent(new Event('input'));
    await desk.turn();
    await desk.pause();
    const { fields } = (desk.saving().request.body as { content: ClinicTemplate }).content;
    expect(fields.map(({ label }) => label.en)).toEqual([
      'A kinder moment',
      'Was it hard?',
      'What made it hard?',
      '',
    ]);
  });

  it('begins what a kind of answer cannot do without, and takes along what goes with a question', async () => {
    const desk = await open({ ...kind, sharing: { kind: 'partner', fields: ['q1'] } });
    await desk.press(desk.at('fields.2'));
    const select = [...desk.page.querySelectorAll('select')].find(({ value }) => value === 'line')!;
    select.value = 's10';
    select.dispatchEvent(new Event('change'));
    await desk.turn();
    await desk.write('fields.2.ends.0.en', 'calm');
    const [remove] = [...desk.page.querySelectorAll<HTMLButtonElement>('button[aria-label^="Remove: 1."]')];
    await desk.press(remove!);
    await desk.pause();
    const { content } = desk.saving().request.body as { content: ClinicTemplate };
    expect(content.fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['q2', 'bool'],
      ['q3', 's10'],
    ]);
    expect(content.fields[1]?.ends).toEqual([say('calm'), say('')]);
    expect(content.sharing).toEqual({ kind: 'none' });
  });

  it('points out words without standing in the way, and marks Spanish that is missing', async () => {
    const desk = await open();
    await desk.write('purpose.en', 'You are no failure.');
    expect(desk.page.textContent).toContain('“failure” can hurt a reader.');
    expect(desk.page.textContent).toContain('Spanish is missing.');
    await desk.pause();
    expect(desk.saving().request.method).toBe('PUT');
  });

  it('does not send what has not the form, and says where', async () => {
    const desk = await open();
    await desk.write('minutes', '99');
    await desk.pause();
    desk.server.expectNone('/api/clinic/exercises/x/draft');
    expect(desk.page.textContent).toContain('This is outside its limits.');
    await desk.write('minutes', '20');
    await desk.pause();
    expect(desk.saving().request.body).toMatchObject({ content: { minutes: 20 } });
  });

  it('keeps both texts when two people wrote at once, until the writer decides', async () => {
    const desk = await open();
    await desk.write('title.en', 'My words');
    await desk.pause();
    desk
      .saving()
      .flush({ code: 'version_stale', facts: {}, correlationId: 'c' }, { status: 412, statusText: '' });
    await desk.turn();
    const theirs = {
      ...kind,
      title: say('Their words'),
      fields: [{ ...kind.fields[0]!, label: say('Theirs') }],
    };
    desk.server.expectOne('/api/clinic/exercises/x').flush(view(theirs, 5));
    await desk.turn();
    expect(desk.page.textContent).toContain('Jo Whitlock saved another text');
    expect(desk.page.textContent).toContain('Their words');
    expect(desk.at('title.en').value).toBe('My words');
    await desk.write('purpose.en', 'Still writing');
    await desk.pause();
    desk.server.expectNone('/api/clinic/exercises/x/draft');
    await desk.press(desk.button('Keep both in one'));
    await desk.pause();
    const { request } = desk.saving();
    expect(request.headers.get('if-match')).toBe('"v5"');
    const { content } = request.body as { content: ClinicTemplate };
    expect(content.title.en).toBe('Their words / My words');
    expect(content.fields.map(({ label }) => label.en)).toEqual([
      'A kind moment',
      'Was it hard?',
      'What made it hard?',
      'Theirs',
    ]);
  });

  it('takes an answer that was lost on its way for what it is, and sends again without a connection', async () => {
    const desk = await open();
    await desk.write('title.en', 'My words');
    await desk.pause();
    desk.saving().error(new ProgressEvent('error'));
    await desk.turn();
    expect(desk.page.textContent).toContain('No connection.');
    await jest.advanceTimersByTimeAsync(5000);
    desk
      .saving()
      .flush({ code: 'version_stale', facts: {}, correlationId: 'c' }, { status: 412, statusText: '' });
    await desk.turn();
    desk.server
      .expectOne('/api/clinic/exercises/x')
      .flush(view({ ...kind, title: say('My words', 'Momentos amables') }, 2));
    await desk.turn();
    expect(desk.page.textContent).toContain('Saved with the clinic');
  });

  it('has what was written after another page, though it was not saved', async () => {
    const first = await open();
    await first.write('title.en', 'Half a sen');
    first.leave();
    await jest.advanceTimersByTimeAsync(0);
    first
      .saving()
      .flush({ code: 'not_signed_in', facts: {}, correlationId: 'c' }, { status: 401, statusText: '' });
    await jest.advanceTimersByTimeAsync(0);
    const again = await open();
    expect(again.at('title.en').value).toBe('Half a sen');
    await again.pause();
    expect(again.saving().request.body).toMatchObject({ content: { title: { en: 'Half a sen' } } });
  });

  it('says what is lacking and goes there, and publishes with a reason what it saved before', async () => {
    const desk = await open({ ...kind, purpose: say('') });
    document.body.append(desk.page);
    await desk.press(desk.button('Publish'));
    desk.server.expectNone('/api/clinic/exercises/x/publish');
    expect(desk.page.textContent).toContain('Write a few words for the history.');
    await desk.press(desk.button('What it is for, English'));
    expect(document.activeElement).toBe(desk.at('purpose.en'));
    await desk.write('purpose.en', 'Notice one good thing.');
    const reason = [...desk.page.querySelectorAll<HTMLInputElement>('tr-publish-card input')].at(-1)!;
    reason.value = 'first';
    reason.dispatchEvent(new Event('input'));
    await desk.press(desk.button('Publish'));
    desk.saving().flush(view(kind, 2));
    await desk.turn();
    const { request } = desk.server.expectOne('/api/clinic/exercises/x/publish');
    expect(request.headers.get('if-match')).toBe('"v2"');
    expect(request.body).toEqual({ reason: 'first' });
    desk.page.remove();
  });
});
