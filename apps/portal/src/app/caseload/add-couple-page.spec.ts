import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import type { AddCoupleRequest } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { UnsentText } from '../core/session/unsent-text';
import { AddCouplePage } from './add-couple-page';

const colleagues = [
  { id: 's-mina', name: 'Dr. Mina Castellan', credentials: 'PhD' },
  { id: 's-jo', name: 'Jo Whitlock', credentials: 'LPC' },
];

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: Session,
        useValue: { staff: () => ({ id: 's-mina' }), clinic: () => ({ timeZone: 'America/Chicago' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  return open();
}

async function open() {
  const fixture = TestBed.createComponent(AddCouplePage);
  const http = TestBed.inject(HttpTestingController);
  await Promise.resolve();
  TestBed.tick();
  http.expectOne('/api/clinic/couples/colleagues').flush(colleagues);
  await fixture.whenStable();
  return { fixture, http, page: fixture.nativeElement as HTMLElement };
}

function write(page: HTMLElement, at: number, text: string): void {
  const field = page.querySelectorAll<HTMLInputElement>('input:not([type=radio])')[at]!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function choose(page: HTMLElement, at: number, value: string): void {
  const field = page.querySelectorAll<HTMLSelectElement>('.chosen select')[at]!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

async function settled(fixture: ComponentFixture<unknown>): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
}

async function send({
  fixture,
  page,
}: {
  fixture: ComponentFixture<unknown>;
  page: HTMLElement;
}): Promise<void> {
  page.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settled(fixture);
}

async function fillIn(fixture: ComponentFixture<unknown>, page: HTMLElement): Promise<void> {
  write(page, 0, ' Ellery ');
  write(page, 1, 'Rowan');
  write(page, 2, 'they/them');
  write(page, 3, 'Sam');
  choose(page, 0, 's-mina');
  choose(page, 1, 's-jo');
  choose(page, 2, 's-jo');
  page.querySelector<HTMLInputElement>('input[value=LIMITED]')!.click();
  await fixture.whenStable();
}

const errorsOf = (page: HTMLElement) =>
  [...page.querySelectorAll('.error')].map((one) => one.textContent.trim()).filter((text) => text !== '');

describe('adding a couple', () => {
  it('names every gap in words and sends nothing', async () => {
    const opened = await setUp();
    document.body.append(opened.page);
    await send(opened);
    const errors = errorsOf(opened.page);
    expect(document.activeElement).toBe(opened.page.querySelector('input[aria-invalid=true]'));
    expect(errors).toContain('Give the couple a name for your lists.');
    expect(errors.filter((text) => text === 'Enter what this person wants to be called.')).toHaveLength(2);
    expect(errors.filter((text) => text === 'Choose a therapist for this side.')).toHaveLength(3);
    expect(errors).toContain('Choose one of the three. It can be changed later, with both people’s consent.');
    opened.http.expectNone('/api/clinic/couples');
  });

  it('says so when the care team leaves out who adds the couple', async () => {
    const opened = await setUp();
    await fillIn(opened.fixture, opened.page);
    choose(opened.page, 0, 's-jo');
    await send(opened);
    expect(errorsOf(opened.page)).toEqual([
      'You are on the care team of a couple you add. Choose yourself for at least one side.',
    ]);
    opened.http.expectNone('/api/clinic/couples');
  });

  it('keeps everything typed after an error and repeats the same act under the same key', async () => {
    const opened = await setUp();
    await fillIn(opened.fixture, opened.page);
    await send(opened);
    const first = opened.http.expectOne('/api/clinic/couples');
    expect((first.request.body as AddCoupleRequest).name).toBe('Ellery');
    expect((first.request.body as AddCoupleRequest).careTeam).toEqual([
      { staffId: 's-mina', side: 'RP' },
      { staffId: 's-jo', side: 'JOINT' },
      { staffId: 's-jo', side: 'BP' },
    ]);
    first.flush({ code: 'busy', facts: {}, correlationId: 'c-9' }, { status: 503, statusText: 'busy' });
    await settled(opened.fixture);
    expect(opened.page.querySelector('[role=alert]')?.textContent).toContain('What you typed is still here');
    expect(opened.page.querySelector<HTMLInputElement>('input')?.value).toBe(' Ellery ');

    await send(opened);
    const second = opened.http.expectOne('/api/clinic/couples');
    expect(second.request.headers.get('idempotency-key')).toBe(first.request.headers.get('idempotency-key'));
    second.flush({ code: 'busy', facts: {}, correlationId: 'c-9' }, { status: 503, statusText: 'busy' });
    await settled(opened.fixture);

    write(opened.page, 0, 'Ellery-Moss');
    await send(opened);
    const third = opened.http.expectOne('/api/clinic/couples');
    expect(third.request.headers.get('idempotency-key')).not.toBe(
      first.request.headers.get('idempotency-key'),
    );
    third.flush({ id: 'c-1', name: 'Ellery-Moss' });
    await settled(opened.fixture);
    expect(TestBed.inject(Router).url).toBe('/couples/c-1');
    expect(TestBed.inject(UnsentText).any()).toBe(false);
  });

  it('opens with what was typed before, for example before a lock', async () => {
    const opened = await setUp();
    expect(TestBed.inject(UnsentText).any()).toBe(false);
    await fillIn(opened.fixture, opened.page);
    opened.fixture.destroy();
    const { page } = await open();
    expect(page.querySelector<HTMLInputElement>('input')?.value).toBe(' Ellery ');
    expect(page.querySelector<HTMLInputElement>('input[value=LIMITED]')?.checked).toBe(true);
    expect(page.querySelectorAll<HTMLSelectElement>('.chosen select')[1]?.value).toBe('s-jo');
  });

  it('says at once what it means when one therapist holds both sides', async () => {
    const { fixture, page } = await setUp();
    expect(page.textContent).not.toContain('One clinician holds both sides');
    choose(page, 0, 's-mina');
    choose(page, 2, 's-mina');
    await fixture.whenStable();
    expect(page.textContent).toContain('One clinician holds both sides');
  });
});
