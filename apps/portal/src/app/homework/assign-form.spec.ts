import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { asExercise, emptyClinicTemplate, homeworkTemplates, jointTemplates } from '@trellis/domain';
import { Announcer } from '@trellis/ui';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { AssignForm } from './assign-form';
import { CoupleHomework } from './couple-homework';

const sam = {
  id: 's',
  name: 'Sam',
  pronouns: '',
  side: 'BP',
  enrolled: true,
  invitation: 'used',
  sharedDevice: null,
  linkWanted: null,
} as const;

const own = (code: string, title: string, state = 'published') => {
  const exercise = asExercise({ code, version: 1 }, { ...emptyClinicTemplate, title: { en: title, es: '' } });
  return { ...{ id: code, code, state, hasDraft: false, publishedVersion: 1 }, exercise };
};

async function shown(exercises: readonly ReturnType<typeof own>[] = []) {
  TestBed.configureTestingModule({
    providers: [
      CoupleHomework,
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(AssignForm);
  fixture.componentRef.setInput('people', [sam]);
  fixture.componentRef.setInput('timeZone', 'America/Chicago');
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/clinic/exercises').flush({ exercises, most: 200 });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const days = page.querySelector<HTMLInputElement>('input[type=number]');
  const enter = async (value: string) => {
    if (days) days.value = value;
    days?.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const send = () => page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  return {
    fixture,
    page,
    enter,
    send,
    server: TestBed.inject(HttpTestingController),
    said: TestBed.inject(Announcer).message,
  };
}

describe('assigning homework', () => {
  it('offers only the exercises of the person’s own side, and those of two people', async () => {
    const { page } = await shown();
    expect([...page.querySelectorAll('option')].map(({ value }) => value)).toEqual(
      [...homeworkTemplates.filter(({ track }) => track === 'B'), ...jointTemplates].map(({ code }) => code),
    );
  });

  it('offers what the clinic published for this side, marked as its own, and gives it like any other', async () => {
    const rows = [
      own('BX01', 'Kind moments'),
      own('RX01', 'For the other side'),
      own('BX02', 'Not ready', 'draft'),
      own('BX03', 'No longer given', 'retired'),
    ];
    const { fixture, page, send, server } = await shown(rows);
    const group = page.querySelector('optgroup[label="The clinic’s own"]')!;
    expect([...group.querySelectorAll('option')].map(({ value }) => value)).toEqual(['BX01']);
    const pick = page.querySelector('select')!;
    expect(pick.value).toBe('B01');
    pick.value = 'BX01';
    pick.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    send();
    const { request } = server.expectOne('/api/clinic/homework');
    expect(request.body).toMatchObject({ personId: 's', templateCode: 'BX01', days: 7 });
  });

  it('says how often the chosen exercise comes', async () => {
    const { fixture, page } = await shown();
    expect(page.textContent).toContain('Once a day.');
    const pick = page.querySelector('select')!;
    pick.value = 'B12';
    pick.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(page.textContent).toContain('2 times a week.');
  });

  it('sends nothing while the days are out of range, and says the range', async () => {
    const { page, enter, send, server } = await shown();
    await enter('169');
    send();
    server.expectNone('/api/clinic/homework');
    expect(page.textContent).toContain('Enter a number from 1 to 168.');
  });

  it('keeps what was chosen after a failure, and sends the same act again', async () => {
    const { fixture, enter, send, server } = await shown();
    await enter('3');
    send();
    const first = server.expectOne('/api/clinic/homework');
    expect(first.request.body).toMatchObject({ personId: 's', templateCode: 'B01', days: 3 });
    first.error(new ProgressEvent('error'));
    await fixture.whenStable();
    send();
    const again = server.expectOne('/api/clinic/homework');
    expect(again.request.headers.get('idempotency-key')).toBe(first.request.headers.get('idempotency-key'));
  });

  it('says so when the person already has the exercise on these days', async () => {
    const { fixture, send, server, said } = await shown();
    send();
    server.expectOne('/api/clinic/homework').flush([]);
    await fixture.whenStable();
    expect(said()?.text).toContain('Sam already has this exercise');
  });

  it('gives an exercise of two people to both at once', async () => {
    const { fixture, page, send, server, said } = await shown();
    const opened = TestBed.inject(CoupleHomework).open('c');
    server
      .expectOne('/api/clinic/homework?coupleId=c')
      .flush({ tasks: [], nextCursor: null, closedSides: [] });
    await opened;
    const pick = page.querySelector('select')!;
    pick.value = 'C10';
    pick.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    send();
    const asked = server.expectOne('/api/clinic/joint-work');
    expect(asked.request.body).toMatchObject({ coupleId: 'c', templateCode: 'C10', days: 7 });
    asked.flush([{ id: 'w' }]);
    await new Promise((resolve) => setTimeout(resolve));
    server
      .expectOne('/api/clinic/homework?coupleId=c')
      .flush({ tasks: [], nextCursor: null, closedSides: [] });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(said()?.text).toBe('Assigned to both: 1.');
  });
});
