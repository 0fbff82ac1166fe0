import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CaseStageGatesView, GateView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { StagesPage } from './stages-page';

const base = '/api/clinic/stage-gates/c1';
const gate: GateView = {
  ...{ to: 3, standing: 'closed', openedAt: null, reviewOn: null, recommended: false },
  ...{ softMet: 0, softNeeded: 0, mayOpen: false },
  criteria: [
    {
      ...{ criterion: 'slip_free', item: 3, level: 'hard', side: 'RP', met: false, who: ['RP', 'T_RP'] },
      title: { en: 'Sixty days since the last slip', es: 'Sesenta días' },
      evidence: [
        { name: 'since', value: '2025-06-01' },
        { name: 'days', value: '15' },
      ],
    },
  ],
  agreements: [
    { side: 'RP', standing: 'given', answeredAt: '2025-06-16T17:00:00Z' },
    { side: 'BP', standing: 'missing', answeredAt: null },
  ],
  signatures: [
    { side: 'RP', standing: 'missing', name: null, signedAt: null, maySign: true },
    { side: 'BP', standing: 'missing', name: null, signedAt: null, maySign: false },
  ],
};
const view: CaseStageGatesView = {
  ...{ stage: 2, stageSince: '2025-03-03', today: '2025-06-16', timeZone: 'America/Chicago', version: 4 },
  ...{
    sides: ['RP'],
    people: [],
    gates: [{ ...gate, to: 2, standing: 'open', reviewOn: '2025-08-30' }, gate],
  },
  ...{ past: [], touch: null, facts: [], index: [] },
};

async function setUp(answer: CaseStageGatesView, sides: readonly string[] = ['RP']) {
  const people = { RP: { name: 'Rowan' }, BP: { name: 'Iris' } };
  const couple = {
    view: signal({ timeZone: 'America/Chicago', mySides: sides }),
    person: (side: 'RP' | 'BP') => people[side],
    holds: (side: string) => sides.includes(side),
    reload: () => undefined,
  };
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CurrentCouple, useValue: couple },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(StagesPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne(base).flush(answer);
  await fixture.whenStable();
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (words: string): Promise<void> => {
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
    await fixture.whenStable();
    fixture.detectChanges();
  };
  return { page, http, press };
}

describe('the page of stages', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('says what is open, what stands behind it and who can act, and of the other side’s answer no more than that it is missing', async () => {
    const { page } = await setUp(view);
    expect(page.textContent).toContain('Stage 2: Emotional intimacy');
    expect(page.textContent).toContain('Sixty days since the last slip');
    expect(page.textContent).toMatch(/since .*1.* · 15 days/);
    expect(page.textContent).toContain('Can act: Rowan and Therapist of Rowan');
    expect(page.textContent).toMatch(/Iris\s*:\s*no answer that counts/);
    expect(page.textContent).not.toContain('Open stage 3');
  });

  it('lets a therapist sign for their own side alone, and open once everything is there', async () => {
    const { page, http, press } = await setUp(view);
    const buttons = [...page.querySelectorAll('button')].filter(({ textContent }) =>
      /^\s*Sign/.test(textContent),
    );
    expect(buttons.length).toBe(2); // the same side, at either gate
    buttons[0]?.click();
    const signed = http.expectOne(`${base}/gates/3/signature`);
    expect(signed.request.body).toEqual({ side: 'RP' });
    signed.flush({ ...view, gates: [{ ...gate, mayOpen: true }] });
    await press('nothing'); // lets the answer through
    await press('Open stage 3');
    const opened = http.expectOne(`${base}/gates/3/opening`);
    expect(opened.request.headers.get('If-Match')).toBe('"v4"');
    opened.flush(view);
  });

  it('shows the office stage and past, and no form, criterion or answer', async () => {
    const office = { ...view, sides: [], gates: [], facts: [], past: [
      { id: 'g', to: 2, openedAt: '2025-03-03T18:00:00Z', openedBy: null, closedAt: null, closedFrom: null, hasReason: false, reviewOn: '2025-08-30' },
    ] } as const satisfies CaseStageGatesView; // prettier-ignore
    const { page } = await setUp(office, []);
    expect(page.textContent).toContain('1 to 2 opened on');
    expect(page.querySelectorAll('button').length).toBe(0);
    expect(page.textContent).not.toContain('answer');
  });
});
