import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnTurnsView } from '@trellis/contracts';
import { coupleExercises, turnsOf } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { timeWords } from './time-words';
import { TurnsPage } from './turns-page';

const template = coupleExercises.find(({ code }) => code === 'C03')!;
const standing: OwnTurnsView = {
  ...{ taskId: 't', title: template.title, state: 'none', turn: 0, secondsLeft: 360, version: 0 },
  turns: [...turnsOf(template, null, 2, 'RP')],
};
const running = { ...standing, state: 'running', version: 1, secondsLeft: 125 } as const;

async function page(view: OwnTurnsView, phones?: 'one' | 'two') {
  const session = { person: () => ({ id: 'p', side: 'BP', name: 'Iris' }), partnerName: () => 'Rowan' };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(TurnsPage);
  fixture.componentRef.setInput('taskId', 't');
  fixture.componentRef.setInput('phones', phones);
  fixture.detectChanges();
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  server.expectOne('/api/home/turns/t').flush(view);
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  const press = (words: string) => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
  };
  return { element, server, settle, press, said: () => element.querySelector('h1')?.textContent.trim() };
}

describe('turns with a clock', () => {
  it('begin with whom the two choose', async () => {
    const { element, server, settle, press, said } = await page(standing);
    [...element.querySelectorAll('label')].find(({ textContent }) => textContent.includes('Rowan'))?.click();
    await settle();
    press('Begin');
    const sent = server.expectOne({ method: 'POST', url: '/api/home/turns/t' });
    expect(sent.request.body).toEqual({ act: 'start', first: 'RP' });
    expect(sent.request.headers.get('if-match')).toContain('0');
    sent.flush(running);
    await settle();
    expect(said()).toBe('Rowan speaks. You listen.');
    expect(element.querySelector('[role=timer]')?.textContent).toContain('About 2 minutes left');
    expect(element.textContent).toContain('Go on: Iris is next');
    expect(element.querySelector('textarea, input[type=text]')).toBeNull();
  });

  it('name both where one phone goes from hand to hand', async () => {
    const { said, element } = await page(running, 'one');
    expect(said()).toBe('Rowan speaks. Iris listens.');
    expect(element.textContent).toContain('Pass it on: Iris is next');
  });

  it('show what stands when the other was quicker', async () => {
    const { server, settle, press, said } = await page(running);
    press('Pause');
    const problem = { code: 'version_stale', facts: {}, correlationId: 'c' };
    server
      .expectOne({ method: 'POST', url: '/api/home/turns/t' })
      .flush(problem, { status: 412, statusText: 'Precondition Failed' });
    await settle();
    server.expectOne('/api/home/turns/t').flush({ ...running, state: 'stopped', version: 2 });
    await settle();
    expect(said()).toBe('Safe conversation');
  });

  it.each([
    ['stopped', 'nobody has to say why', 'Begin anew'],
    ['done', 'Write your own part', 'Begin anew'],
    ['resting', 'rests for now', 'Back to my part'],
  ] as const)('%s is said calmly', async (state, words, offer) => {
    const { element } = await page({ ...running, state });
    expect(element.textContent).toContain(words);
    expect(element.textContent).toContain(offer);
    expect(element.querySelector('tr-turn-ring')).toBeNull();
  });

  it.each([
    [0, 'over', 0],
    [30, 'little', 0],
    [31, 'one', 1],
    [89, 'one', 1],
    [90, 'minutes', 2],
    [360, 'minutes', 6],
  ] as const)('%d seconds are said as %s', (seconds, key, minutes) => {
    expect(timeWords(seconds)).toEqual({ key, minutes });
  });
});
