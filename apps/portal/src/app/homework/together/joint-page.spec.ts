import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { JointWorkRowView, JointWorkWordsView } from '@trellis/contracts';
import { coupleExercises } from '@trellis/domain';
import { CurrentCouple } from '../../core/couple/current-couple';
import { apiInterceptor } from '../../core/http/api-interceptor';
import { Languages } from '../../core/i18n/languages';
import { provideLanguages } from '../../core/i18n/provide-languages';
import { JointCard, stateOf } from './joint-card';
import { JointPage } from './joint-page';

const template = coupleExercises.find(({ code }) => code === 'C08')!;
const row: JointWorkRowView = {
  ...{ id: 'w', templateCode: 'C08', templateVersion: 1, title: template.title },
  ...{ opensOn: '2025-01-06', dueOn: '2025-01-12', opensInSession: true },
  ...{ revealedAt: null, talkedAt: null, version: 4 },
};
const waiting: JointWorkWordsView = {
  ...{ work: row, template, closed: false, halves: [] },
  tasks: [{ taskId: 't', personName: 'Rowan', side: 'RP', handedIn: true }],
};
const half = (personId: string, personName: string, side: 'RP' | 'BP', words: string) => ({
  ...{ personId, personName, side, answers: { predictability_line: words } },
});

async function setUp() {
  const people = [{ name: 'Rowan' }, { name: 'Iris' }];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: CurrentCouple, useValue: { view: () => ({ people }) } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  return TestBed.inject(HttpTestingController);
}

async function page(view: JointWorkWordsView) {
  const server = await setUp();
  const fixture = TestBed.createComponent(JointPage);
  fixture.componentRef.setInput('coupleId', 'c');
  fixture.componentRef.setInput('workId', 'w');
  fixture.detectChanges();
  server.expectOne('/api/clinic/joint-work/w').flush(view);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  const press = (words: string) => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
  };
  return { element, server, settle, press };
}

describe('an exercise of two people, for a therapist', () => {
  it('shows the own side before it opens, and no words', async () => {
    const { element } = await page(waiting);
    expect(element.textContent).toContain('Rowan: handed in.');
    expect(element.textContent).not.toContain('Iris:');
    expect(element.querySelector('.own a')?.getAttribute('href')).toContain('task=t');
    expect(element.querySelectorAll('.halves tr-card')).toHaveLength(0);
  });

  it('opens both halves in a session, shows them side by side, and notes the talk', async () => {
    const { element, server, settle, press } = await page(waiting);
    press('Open both halves');
    const asked = server.expectOne('/api/clinic/joint-work/w/opening');
    expect(asked.request.body).toEqual({ inSession: true });
    const work = { ...row, revealedAt: '2025-01-13T16:00:00Z', version: 5 };
    const halves = [half('r', 'Rowan', 'RP', 'the call'), half('i', 'Iris', 'BP', 'the list')];
    asked.flush({ ...waiting, work, halves });
    await settle();
    expect([...element.querySelectorAll('.halves h2, .halves h3')].map((e) => e.textContent.trim())).toEqual([
      'Rowan',
      'Iris',
    ]);
    press('We talked about it');
    const talked = server.expectOne('/api/clinic/joint-work/w/talked');
    expect(talked.request.headers.get('if-match')).toContain('5');
    talked.flush({ ...work, talkedAt: '2025-01-13T16:20:00Z', version: 6 });
    await settle();
    expect(element.textContent).toContain('it was talked about');
  });

  it('says neutrally that it is closed, and offers no opening', async () => {
    const { element } = await page({ ...waiting, closed: true });
    expect(element.textContent).toContain('closed for now by what is on record');
    expect(element.textContent).not.toContain('Open both halves');
    expect(element.querySelectorAll('.stack > button')).toHaveLength(0);
  });

  it('ends the exercise for both, and says how much was still to come', async () => {
    const { element, server, settle, press } = await page(waiting);
    press('Take back what is still to come');
    server.expectOne({ method: 'POST', url: '/api/clinic/joint-work/w/ending' }).flush({ takenBack: 3 });
    await settle();
    expect(element.textContent).toContain('Places taken back: 3.');
    expect(element.textContent).not.toContain('Take back what is still to come');
  });

  it('says so where nothing was still to come', async () => {
    const { element, server, settle, press } = await page(waiting);
    press('Take back what is still to come');
    server.expectOne({ method: 'POST', url: '/api/clinic/joint-work/w/ending' }).flush({ takenBack: 0 });
    await settle();
    expect(element.textContent).toContain('Nothing was still to come.');
  });
});

describe('the list of exercises of two', () => {
  it('leads to each, with its state and never with who is missing', async () => {
    const server = await setUp();
    const fixture = TestBed.createComponent(JointCard);
    fixture.componentRef.setInput('coupleId', 'c');
    fixture.detectChanges();
    const open = { ...row, id: 'o', opensInSession: false, revealedAt: '2025-01-13T16:00:00Z' };
    server.expectOne('/api/clinic/joint-work?coupleId=c').flush({ work: [row, open], nextCursor: null });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const chips = [...element.querySelectorAll('li tr-chip')].map(({ textContent }) => textContent.trim());
    expect(chips).toEqual(['Opens in a session', 'Both halves are open']);
    expect(element.querySelector('a')?.getAttribute('href')).toContain('together/w');
  });

  it.each([
    [{}, 'inSession'],
    [{ opensInSession: false }, 'closed'],
    [{ revealedAt: 'then' }, 'open'],
    [{ revealedAt: 'then', talkedAt: 'later' }, 'talked'],
  ] as const)('%j is %s', (more, state) => {
    expect(stateOf({ ...row, ...more })).toBe(state);
  });
});
