import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReadyPlanItemView, ReadyPlansView } from '@trellis/contracts';
import { CurrentCouple } from '../../core/couple/current-couple';
import { apiInterceptor } from '../../core/http/api-interceptor';
import { Languages } from '../../core/i18n/languages';
import { provideLanguages } from '../../core/i18n/provide-languages';
import { ReadyPlansPage } from './ready-plans-page';
import { sampleBoard } from './sample-board';

const item = (change: Partial<ReadyPlanItemView>): ReadyPlanItemView => ({
  ...{ templateCode: 'R01', title: { en: 'Daily recovery check-in', es: 'Registro' }, minutes: 40 },
  ...{ cadence: { kind: 'daily', windowHours: 4 }, side: 'RP', personId: 'p-rp', state: 'open' },
  ...{ causes: [], settles: [], startsOn: '2025-01-08', perWeek: [5, 7] },
  ...change,
});
const starter: ReadyPlansView = {
  ...{ localDate: '2025-01-08', stage: 1, startsOn: '2025-01-08', days: 28 },
  weeks: [
    { from: '2025-01-08', to: '2025-01-12' },
    { from: '2025-01-13', to: '2025-01-19' },
  ],
  plans: [
    {
      ...{ key: 'stage_1_starter', title: { en: 'Stage 1 starter', es: 'Inicio' }, stage: 1, version: null },
      items: [
        item({}),
        item({ templateCode: 'R06', title: { en: 'Boundaries', es: 'Límites' }, minutes: 5 }),
        item({
          ...{ templateCode: 'R07', title: { en: 'Inventory', es: 'Inventario' } },
          ...{ settles: ['legal_question_open'] },
        }),
        item({
          ...{ templateCode: 'R17', title: { en: 'Reflection', es: 'Reflexión' }, state: 'locked' },
          ...{ causes: [{ reason: 'stage', side: 'RP' }] },
        }),
        item({ templateCode: 'B01', side: 'BP', personId: null, state: 'other_side', perWeek: [] }),
      ],
    },
  ],
};

async function setUp() {
  const people = [
    { id: 'p-rp', name: 'Rowan', side: 'RP' },
    { id: 'p-bp', name: 'Sam', side: 'BP' },
  ];
  const couple = {
    view: signal({ timeZone: 'America/Chicago', mySides: ['RP'], people, careTeam: [] }),
    person: (side: string) => people.find((one) => one.side === side) ?? null,
    holds: (side: string) => side === 'RP',
    therapists: (side: string) => (side === 'RP' ? ['Mina'] : ['Jo']),
  };
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([{ path: '**', children: [] }]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CurrentCouple, useValue: couple },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(ReadyPlansPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  TestBed.tick();
  http.expectOne('/api/clinic/homework-plans?coupleId=c1').flush(sampleBoard());
  await settle();
  http.expectOne('/api/clinic/ready-plans?coupleId=c1&startsOn=2025-01-08&days=28').flush(starter);
  await settle();
  const boxes = (): HTMLInputElement[] => [
    ...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
  ];
  const press = async (element: HTMLElement | undefined | null): Promise<void> => {
    element?.click();
    await settle();
  };
  const submit = (): HTMLButtonElement => page.querySelector<HTMLButtonElement>('button[type=submit]')!;
  return { page, http, boxes, press, submit, text: () => page.textContent.replace(/\s+/g, ' ') };
}

describe('plans that are ready', () => {
  it('shows each exercise by week, and with its cause what stays out', async () => {
    const { text, boxes } = await setUp();
    expect(text()).toContain('Stage 1: ');
    expect(text()).toContain('Comes in a later stage.');
    expect(text()).toContain('For Jo to assign.');
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true, false]);
    expect(text()).toContain('More than enough');
  });

  it('asks for what is to be settled, lets leave out, and gives the rest in one act', async () => {
    const { http, boxes, press, submit, text } = await setUp();
    expect(text()).toContain('has to be settled');
    submit().click();
    http.expectNone('/api/clinic/ready-plans');
    await press(boxes()[3]);
    await press(boxes()[0]);
    expect(text()).not.toContain('has to be settled');
    await press(submit());
    const asked = http.expectOne('/api/clinic/ready-plans');
    expect(asked.request.body).toEqual({
      ...{ coupleId: 'c1', planKey: 'stage_1_starter', startsOn: '2025-01-08', days: 28 },
      items: [{ templateCode: 'R06' }, { templateCode: 'R07', confirmed: ['legal_question_open'] }],
    });
  });
});
