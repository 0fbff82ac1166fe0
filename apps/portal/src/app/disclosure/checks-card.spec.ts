import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { DisclosureView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { ActsPanel } from './acts-panel';
import { ChecksCard } from './checks-card';
import { DisclosureProcess } from './disclosure-process';
import { GateWords } from './gate-words';

const view: DisclosureView = {
  ...{ id: 'd', state: 'SCHEDULED', version: 5, openedAt: null, stateSince: null, readiness: [] },
  ...{ sessionAt: '2025-04-02T15:00:00Z', readyUntil: '2025-04-01T15:00:00Z', soloNotice: false },
  ...{ jointWorkFrozen: false, hold: null, signatures: [], order: null, notices: [], events: [] },
  ...{ coSignatures: [], coSigners: [], acts: [], leads: true },
  ...{ verification: { enabled: false, agreed: false }, recheck: { at: null, doneAt: null } },
};

async function shown(part: Partial<DisclosureView>, what: typeof ChecksCard | typeof ActsPanel = ChecksCard) {
  TestBed.configureTestingModule({
    providers: [
      ...[CurrentCouple, DisclosureProcess, GateWords],
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent<ChecksCard | ActsPanel>(what);
  if (what === ChecksCard) fixture.componentRef.setInput('timeZone', 'UTC');
  TestBed.inject(DisclosureProcess).show('c');
  const turn = async (): Promise<void> => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne('/api/clinic/disclosure/c').flush({ ...view, ...part });
  await turn();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string): HTMLButtonElement | undefined =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  return { page, http, turn, button };
}

describe('checks around the date', () => {
  it('lets the lead put down whether a verification is offered and agreed to, and no result', async () => {
    const { page, http, turn, button } = await shown({});
    const [enabled, agreed] = page.querySelectorAll<HTMLInputElement>('input');
    expect([agreed!.disabled, page.querySelectorAll('input, textarea').length]).toEqual([true, 2]);
    enabled!.click();
    await turn();
    expect(page.textContent).toContain('not proof of truth');
    agreed!.click();
    await turn();
    button('Save')!.click();
    const sent = http.expectOne('/api/clinic/disclosure/c/verification');
    expect([sent.request.body, sent.request.headers.get('if-match')]).toEqual([
      { enabled: true, agreed: true },
      '"v5"',
    ]);
  });

  it('asks for the check where the date lies beyond readiness, with the hours in which it counts', async () => {
    const { page, http, turn, button } = await shown({
      recheck: { at: '2025-03-31T15:00:00Z', doneAt: null },
    });
    expect(page.textContent).toMatch(/Planned for .*31/);
    expect(page.textContent).toMatch(/between .*30.* and .*Apr(il)? 1/);
    button('The check was made now')!.click();
    const done = { ...view, recheck: { at: null, doneAt: '2025-03-31T15:05:00Z' }, version: 6 };
    http.expectOne('/api/clinic/disclosure/c/recheck').flush(done);
    await turn();
    expect(page.textContent).toContain('It was made on');
    expect(button('The check was made now')).toBeUndefined();
  });

  it('shows the other therapists what stands, without a form', async () => {
    const { page, button } = await shown({ leads: false, verification: { enabled: true, agreed: false } });
    expect(page.querySelectorAll('input')).toHaveLength(0);
    expect(page.textContent).toContain('Both have not agreed in writing yet');
    expect(button('The check was made now')).toBeUndefined();
  });

  it('asks for nothing where readiness reaches to the session', async () => {
    const { page } = await shown({ readyUntil: '2025-04-09T15:00:00Z' });
    expect(page.textContent).not.toContain('Short check before the session');
  });
});

it.each([
  ['SCHEDULED', 'Stop the process'],
  ['COMPLETED', 'End what is shared'],
  ['DECLINED', 'End what is shared'],
] as const)('in %s the last step is called "%s"', async (state, name) => {
  const { page, button, turn } = await shown({ state, acts: [{ event: 'stop', gates: [] }] }, ActsPanel);
  button(name)!.click();
  await turn();
  expect(page.textContent.includes('It stops at once')).toBe(state === 'SCHEDULED');
});

describe('a pause that somebody writes while a colleague takes a step', () => {
  const hold = { event: 'hold', gates: [] };
  const stale = { code: 'version_stale', facts: {}, correlationId: 'x' };

  async function tooLate(acts: DisclosureView['acts']) {
    const all = await shown({ state: 'PREPARING', acts: [hold] }, ActsPanel);
    const { page, http, turn, button } = all;
    button('Pause the process')!.click();
    await turn();
    page.querySelector<HTMLInputElement>('input[value="life_event"]')!.click();
    const box = page.querySelector('textarea')!;
    box.value = 'They asked for time.';
    box.dispatchEvent(new Event('input'));
    await turn();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    const sent = http.expectOne('/api/clinic/disclosure/c/steps');
    expect(sent.request.body).toEqual({
      event: 'hold',
      holdReason: 'life_event',
      reason: 'They asked for time.',
    });
    sent.flush(stale, { status: 412, statusText: 'no' });
    await turn();
    http.expectOne('/api/clinic/disclosure/c').flush({ ...view, state: 'PREPARING', version: 6, acts });
    await turn();
    return all;
  }

  it('leaves the words in their field where the step can still be taken', async () => {
    const { page, http, turn } = await tooLate([hold]);
    expect(page.querySelector('textarea')?.value).toBe('They asked for time.');
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    const sent = http.expectOne('/api/clinic/disclosure/c/steps');
    expect(sent.request.headers.get('if-match')).toBe('"v6"');
    sent.flush({ ...view, state: 'ON_HOLD', version: 7, acts: [] });
    await turn();
    expect(page.textContent).not.toContain('They asked for time.');
  });

  it('shows them until they are put away where it cannot', async () => {
    const { page, turn, button } = await tooLate([{ event: 'stop', gates: [] }]);
    expect(page.querySelector('textarea')).toBeNull();
    expect(page.querySelector('blockquote')?.textContent).toBe('They asked for time.');
    button('Put it away')!.click();
    await turn();
    expect(page.querySelector('blockquote')).toBeNull();
  });
});
