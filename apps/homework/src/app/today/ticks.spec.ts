import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OwnTicksView } from '@trellis/contracts';
import { DeviceCopies, type Found } from '../core/draft/device-copy';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { Ticks } from './ticks';

const ADDRESS = '/api/home/ticks';
const bare: OwnTicksView = {
  ...{ today: '2025-01-19', from: '2025-01-13', updates: ['2025-01-17'] },
  ...{ activities: [], planned: ['2025-01-19'] },
};

/** What the device keeps, without its seal. */
class Copies {
  readonly kept = new Map<string, unknown>();
  left: Found<unknown>[] = [];
  works = true;
  keep(place: string, _page: string, what: unknown): Promise<boolean> {
    if (this.works) this.kept.set(place, what);
    return Promise.resolve(this.works);
  }
  letGo(place: string): Promise<void> {
    this.kept.delete(place);
    return Promise.resolve();
  }
  remove(found: Found<unknown>): Promise<void> {
    this.left = this.left.filter((one) => one !== found);
    return Promise.resolve();
  }
  leftBehind(): Promise<readonly Found<unknown>[]> {
    return Promise.resolve(this.left);
  }
}

async function setUp(language: 'en' | 'es' = 'en', copies = new Copies()) {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: DeviceCopies, useValue: copies },
      { provide: Session, useValue: { partnerName: () => 'Sam', person: () => ({ id: 'p1', side: 'RP' }) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(Ticks);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  fixture.detectChanges();
  await settled();
  const chip = (words: string) =>
    [...page.querySelectorAll('label')]
      .find((one) => one.textContent.trim() === words)!
      .querySelector('input')!;
  const tap = async (words: string) => {
    chip(words).click();
    await settled();
  };
  const sent = () => http.expectOne({ method: 'POST', url: ADDRESS });
  const begin = async () => {
    http.expectOne({ method: 'GET', url: ADDRESS }).flush(bare);
    await settled();
  };
  return { page, http, copies, settled, chip, tap, sent, begin };
}

describe('days that are ticked on Today', () => {
  it('takes one tap, and one more to take it back', async () => {
    const { begin, chip, tap, sent, settled, page } = await setUp();
    await begin();
    expect(page.textContent).toContain('You had planned something for today.');
    expect(chip('I gave an agreed update').checked).toBe(false);
    await tap('I gave an agreed update');
    expect(chip('I gave an agreed update').checked).toBe(true);
    const first = sent();
    expect(first.request.body).toEqual({ kind: 'update', on: bare.today, kept: true });
    first.flush({ ...bare, updates: [...bare.updates, bare.today] });
    await settled();
    await tap('I gave an agreed update');
    const back = sent();
    expect(back.request.body).toEqual({ kind: 'update', on: bare.today, kept: false });
    back.flush(bare);
    await settled();
    expect(chip('I gave an agreed update').checked).toBe(false);
  });

  it('offers the six days before, with what stands on them', async () => {
    const { begin, page, tap, sent } = await setUp('es');
    await begin();
    expect(page.querySelectorAll('details label')).toHaveLength(12);
    expect([...page.querySelectorAll('details input:checked')]).toHaveLength(1);
    expect(page.textContent).toContain('Sam no.');
    await tap('sáb 18');
    expect(sent().request.body).toEqual({ kind: 'update', on: '2025-01-18', kept: true });
  });

  it('keeps a tap on the device without a connection, and brings it when there is one', async () => {
    const { begin, tap, sent, settled, copies, page, chip } = await setUp();
    await begin();
    await tap('I did something for my recovery');
    sent().error(new ProgressEvent('error'), { status: 0 });
    await settled();
    expect([...copies.kept.keys()]).toEqual([`tick:activity:${bare.today}`]);
    expect(page.querySelector('[role=status]')?.textContent).toContain('Kept on this device');
    expect(chip('I did something for my recovery').checked).toBe(true);
    window.dispatchEvent(new Event('online'));
    await settled();
    sent().flush({ ...bare, activities: [bare.today] });
    await settled();
    expect(copies.kept.size).toBe(0);
    expect(page.querySelector('[role=status]')?.textContent).toBe('');
  });

  it('brings what a page that is closed had left behind', async () => {
    const copies = new Copies();
    const what = { kind: 'update', on: '2025-01-16', kept: true };
    copies.left = [{ name: 'n', place: 'tick:update:2025-01-16', page: '/today', tab: 't', at: 1, what }];
    const { sent, begin, settled, http } = await setUp('en', copies);
    http.expectNone({ method: 'GET', url: ADDRESS });
    sent().flush({ ...bare, updates: ['2025-01-16', ...bare.updates] });
    await settled();
    expect([copies.left, copies.kept.size]).toEqual([[], 0]);
    await begin();
  });

  it('says so where neither the clinic nor the device takes it', async () => {
    const { begin, tap, sent, settled, copies, page, chip } = await setUp();
    await begin();
    copies.works = false;
    await tap('I gave an agreed update');
    sent().error(new ProgressEvent('error'), { status: 0 });
    await settled();
    expect(chip('I gave an agreed update').checked).toBe(false);
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
  });
});
