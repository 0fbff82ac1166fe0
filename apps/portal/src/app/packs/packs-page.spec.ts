import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { PackView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { PackPage } from './pack-page';
import { PacksPage } from './packs-page';

const base = '/api/clinic/packs';
const first = {
  ...{ number: 1, name: 'After a move', stage: 1 as const, savedByName: 'Mina' },
  ...{ savedAt: '2025-01-06T18:00:00Z', exercises: [{ code: 'C05', then: false }] },
};
const pack: PackView = {
  ...{ id: 'p1', state: 'given', versions: [first], version: 1 },
  ...{ retiredAt: null, retiredByName: null, retireReason: null },
};

async function setUp(component: Type<unknown>, inputs: object = {}, mayKeep = true) {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { may: () => mayKeep } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const moved = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const turn = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne('/api/clinic/exercises').flush({ exercises: [], most: 200 });
  const press = async (words: string) => {
    const said = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent;
    [...page.querySelectorAll('button')].find((one) => said(one).includes(words))?.click();
    await turn();
  };
  const choose = async (code: string) => {
    const add = [...page.querySelectorAll('select')].at(-1)!;
    add.value = code;
    add.dispatchEvent(new Event('change'));
    await turn();
  };
  const type = async (value: string, at = 0) => {
    const line = [...page.querySelectorAll<HTMLInputElement>('tr-text-field input')][at]!;
    line.value = value;
    line.dispatchEvent(new Event('input'));
    await turn();
  };
  const text = () => page.textContent.replace(/\s+/g, ' ');
  return { ...{ http, page, turn, press, choose, type, text, moved } };
}

describe('the packs of the clinic', () => {
  it('lists them with what is in them, and says what a pack is where there is none', async () => {
    const { http, turn, text } = await setUp(PacksPage);
    http.expectOne(base).flush({ packs: [{ id: 'p1', state: 'retired', current: first }], most: 30 });
    await turn();
    expect(text()).toContain('After a move');
    expect(text()).toContain('Time-out');
    expect(text()).toContain('Retired');
    TestBed.resetTestingModule();
    const none = await setUp(PacksPage, {}, false);
    none.http.expectOne(base).flush({ packs: [], most: 30 });
    await none.turn();
    expect(none.text()).toContain('No pack yet');
    expect(none.text()).not.toContain('New pack');
  });

  it('makes one for both, with the other part of a pair, and says what is missing', async () => {
    const { http, page, press, choose, type, text, turn, moved } = await setUp(PackPage);
    await type(' ');
    await press('Save the pack');
    expect(text()).toContain('Give the pack a name.');
    expect(text()).toContain('Put in at least one exercise.');
    await type('New house');
    await choose('R01');
    expect(page.querySelectorAll('.lane')).toHaveLength(2);
    await choose('C01');
    await press('Take out “Daily check-in”');
    await press('Save the pack');
    const asked = http.expectOne(base);
    expect(asked.request.headers.get('idempotency-key')).toBeTruthy();
    expect(asked.request.body).toEqual({ name: 'New house', exercises: [{ code: 'R01' }, { code: 'C01' }] });
    asked.flush(pack);
    await turn();
    expect(moved).toHaveBeenCalledWith(['/packs', 'p1'], { replaceUrl: true });
  });

  it('saves over exactly what was read, and keeps what is chosen when somebody was faster', async () => {
    const { http, press, page, choose, text, turn } = await setUp(PackPage, { packId: 'p1' });
    http.expectOne(`${base}/p1`).flush(pack);
    await turn();
    expect(text()).toContain('Everything is saved.');
    await choose('R14');
    page.querySelectorAll<HTMLInputElement>('.lane input')[0]!.click();
    await turn();
    expect(text()).toContain('Not saved yet.');
    await press('Save the pack');
    const asked = http.expectOne(`${base}/p1`);
    expect(asked.request.headers.get('if-match')).toContain('1');
    expect(asked.request.body).toEqual({
      ...{ name: 'After a move', stage: 1 },
      exercises: [{ code: 'C05' }, { code: 'R14', then: true }],
    });
    asked.flush(
      { code: 'version_stale', correlationId: 'c', facts: {} },
      { status: 412, statusText: 'stale' },
    );
    await turn();
    http
      .expectOne(`${base}/p1`)
      .flush({ ...pack, version: 2, versions: [{ ...first, number: 2, name: 'After a loss' }, first] });
    await turn();
    expect(text()).toContain('After a loss: ');
    expect(text()).toContain('Not saved yet.');
    await press('Save the pack');
    expect(http.expectOne(`${base}/p1`).request.headers.get('if-match')).toContain('2');
  });

  it('is retired with a reason, and then only read', async () => {
    const { http, press, type, text, turn } = await setUp(PackPage, { packId: 'p1' });
    http.expectOne(`${base}/p1`).flush(pack);
    await turn();
    await press('Retire');
    expect(text()).toContain('Say in a few words why.');
    await type('worn out', 1);
    await press('Retire');
    const asked = http.expectOne(`${base}/p1/retire`);
    expect(asked.request.body).toEqual({ reason: 'worn out' });
    const end = { retiredAt: '2025-01-07T18:00:00Z', retiredByName: 'Mina', retireReason: 'worn out' };
    asked.flush({ ...pack, ...end, state: 'retired', version: 2 });
    await turn();
    expect(text()).toContain('Retired by Mina: worn out');
    expect(text()).not.toContain('Save the pack');
  });
});
