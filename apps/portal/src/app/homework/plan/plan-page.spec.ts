import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PlanBoardView } from '@trellis/contracts';
import { CurrentCouple } from '../../core/couple/current-couple';
import { apiInterceptor } from '../../core/http/api-interceptor';
import { Languages } from '../../core/i18n/languages';
import { provideLanguages } from '../../core/i18n/provide-languages';
import { PlanPage } from './plan-page';
import { sampleBoard, samplePlan } from './sample-board';

const base = '/api/clinic/homework-plans';
const rowan = { id: 'p-rp', name: 'Rowan', side: 'RP' };
const sam = { id: 'p-bp', name: 'Sam', side: 'BP' };

async function setUp(board: PlanBoardView, sides: readonly string[] = ['RP']) {
  const people = [rowan, sam];
  const couple = {
    view: signal({ timeZone: 'America/Chicago', mySides: sides, people, careTeam: [{ name: 'Mina' }] }),
    person: (side: string) => people.find((one) => one.side === side) ?? null,
    holds: (side: string) => sides.includes(side),
    therapists: (side: string) => (side === 'RP' ? ['Mina'] : ['Jo']),
  };
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CurrentCouple, useValue: couple },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(PlanPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  http.expectOne(`${base}?coupleId=c1`).flush(board);
  http.expectOne('/api/clinic/exercises').flush({ exercises: [], most: 200 });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const press = async (words: string): Promise<void> => {
    const said = (button: HTMLButtonElement): string =>
      button.getAttribute('aria-label') ?? button.textContent;
    [...page.querySelectorAll('button')].find((button) => said(button).includes(words))?.click();
    await settle();
  };
  const choose = async (select: HTMLSelectElement, value: string): Promise<void> => {
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settle();
  };
  const text = (): string => page.textContent.replace(/\s+/g, ' ');
  return { page, http, press, choose, settle, text };
}

describe('the page of the plan', () => {
  it('shows what is agreed, what is due, what was done, how much it is, and whose plan is another’s', async () => {
    const { text } = await setUp(sampleBoard());
    expect(text()).toContain('Once a day. Around 5:00 PM. Until Sun, Feb 2.');
    expect(text()).toContain('Next due Wed, Jan 8, 9:00 PM');
    expect(text()).toContain('Done 2.5 of 4');
    expect(text()).toContain('Exercises: 1, 4 min a day');
    expect(text()).toContain('Sam’s plan is open to Jo.');
    expect(text()).not.toContain('More than enough');
  });

  it('leaves out the next place, and reads the board anew', async () => {
    const { http, press, settle, text } = await setUp(sampleBoard());
    await press('Change “Daily recovery check-in”');
    await press('Leave out the one due');
    const skip = http.expectOne('/api/clinic/homework/task-9/skip');
    expect(skip.request.headers.get('if-match')).toContain('3');
    skip.flush({});
    // The page is not stable before the board that it asks for has come.
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    http.expectOne(`${base}?coupleId=c1`).flush(sampleBoard({ plans: [samplePlan({ skipped: 2 })] }));
    await settle();
    expect(text()).toContain('Left out: 2');
  });

  it('pauses one exercise without an end, and goes on', async () => {
    const { http, press, settle, text } = await setUp(sampleBoard());
    await press('Change “Daily recovery check-in”');
    await press('Pause');
    await press('Let it rest');
    const asked = http.expectOne(`${base}/rests`);
    expect(asked.request.body).toEqual({
      ...{ coupleId: 'c1', personIds: ['p-rp'], kind: 'agreed_pause', from: '2025-01-08', planId: 'plan-1' },
    });
    const rest = { id: 'rest-1', personId: 'p-rp', planId: 'plan-1', kind: 'agreed_pause' } as const;
    asked.flush(
      sampleBoard({
        plans: [samplePlan({ state: 'resting', next: null })],
        rests: [{ ...rest, from: '2025-01-08', to: null, version: 1 }],
      }),
    );
    await settle();
    expect(text()).toContain('from Wed, Jan 8 until you end it');
    await press('Go on from today');
    http.expectOne(`${base}/rests/rest-1/end`).flush(sampleBoard());
    await settle();
    expect(text()).not.toContain('until you end it');
  });

  it('changes the rhythm, and ends after saying what that means', async () => {
    const { http, press, settle, text } = await setUp(sampleBoard());
    await press('Change “Daily recovery check-in”');
    await press('Another rhythm');
    await press('Use this rhythm');
    const changed = http.expectOne(`${base}/plan-1/rhythm`);
    expect(changed.request.body).toEqual({ startsOn: '2025-01-08', days: 28, time: '17:00' });
    changed.flush(sampleBoard());
    await settle();
    await press('End');
    expect(text()).toContain('What Rowan has not begun is taken back.');
    await press('End it now');
    http
      .expectOne(`${base}/plan-1/end`)
      .flush(sampleBoard({ plans: [samplePlan({ state: 'ended', next: null })] }));
    await settle();
    expect(text()).toContain('Nothing is agreed with Rowan yet.');
  });

  it('gives to both in one act, and fills in the other part of a pair', async () => {
    const { page, http, press, choose } = await setUp(sampleBoard({ closed: [] }), ['RP', 'BP']);
    await press('Assign');
    await choose(page.querySelector('select')!, 'R01');
    const sent = [...page.querySelectorAll<HTMLButtonElement>('button[type=submit]')];
    sent[0]?.click();
    const { body } = http.expectOne(base).request as { body: { items: { templateCode: string }[] } };
    expect(body.items.map(({ templateCode }) => templateCode)).toEqual(['R01', 'B01']);
  });

  it('says why exercises are closed and who can act, when asked', async () => {
    const { press, text } = await setUp(sampleBoard());
    expect(text()).not.toContain('Comes in a later stage');
    await press('Show why');
    expect(text()).toContain('Comes in a later stage. The stage opens on the page of stages. Can act: Mina.');
    expect(text()).toContain('Sexual health reflection');
  });

  it('says when much is asked, and what rests in the week of a disclosure session', async () => {
    const busy = { ...sampleBoard().loads[0]!.weeks[0]!, active: 6, overActive: true };
    const { text } = await setUp(
      sampleBoard({
        sessionWeek: { from: '2025-01-13', to: '2025-01-19' },
        loads: [{ ...sampleBoard().loads[0]!, weeks: [busy] }],
      }),
    );
    expect(text()).toContain('More than enough');
    expect(text()).toContain('A disclosure session falls into the week from Mon, Jan 13 to Sun, Jan 19.');
  });

  it('counts halves of exercises of two under the person who wrote them', async () => {
    const title = { en: 'Weekly couple check-in', es: 'Encuentro semanal de pareja' };
    const half = { personId: 'p-rp', templateCode: 'C01', title, done: 1.5, expected: 3, skipped: 1 };
    const { text } = await setUp(sampleBoard({ halves: [half] }));
    expect(text()).toContain('Weekly couple check-in: 1.5 of 3. Left out: 1');
    expect(text()).toContain('Counted for Rowan alone.');
  });
});
