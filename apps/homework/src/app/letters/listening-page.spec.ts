import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { AgreePanel } from './agree-panel';
import { ListeningPage } from './listening-page';

const session = { person: () => ({ id: 'p', side: 'RP' }), partnerName: () => 'Iris', clinic: () => null };

async function begin(): Promise<HttpTestingController> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      provideRouter([]),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  return TestBed.inject(HttpTestingController);
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const list = { own: [], heard: [], mayBegin: [] };

describe('a letter while it is read aloud', () => {
  it('is on the screen once, and gone as soon as the reading is over', async () => {
    const ask = jest.spyOn(globalThis, 'setInterval');
    const server = await begin();
    const fixture = TestBed.createComponent(ListeningPage);
    const again = ask.mock.calls.find(([, ms]) => ms === 15_000)?.[0] as () => void;
    ask.mockRestore();
    const turn = async (reading: object | null): Promise<string> => {
      server.expectOne('/api/home/letters').flush({ ...list, reading });
      await settle();
      const words = server.match('/api/home/letters/listening');
      words.forEach((request) => {
        request.flush({ kind: 'impact', sections: { lost: 'my calm' }, until: '2999-01-01T00:00:00Z' });
      });
      await settle();
      await fixture.whenStable();
      return `${words.length.toString()} ${(fixture.nativeElement as HTMLElement).textContent}`;
    };
    expect(await turn({ kind: 'impact', part: 'listener' })).toMatch(/^1 .*my calm/s);
    again();
    expect(await turn({ kind: 'impact', part: 'listener' })).toMatch(/^0 .*my calm/s);
    again();
    const over = await turn(null);
    expect(over).toContain('Nothing is being read to you now');
    expect(over).not.toContain('my calm');
  });
});

describe('the end of a letter', () => {
  it('needs a second yes, and says what the partner has said', async () => {
    const server = await begin();
    const fixture = TestBed.createComponent(AgreePanel);
    fixture.componentRef.setInput('letter', {
      ...{ id: 'l1', kind: 'impact', deliveredAt: '2025-04-17T19:00:00Z', retentionOn: '2026-04-17' },
      ...{ destroyedAt: null, agreedAt: { RP: null, BP: '2026-04-17T15:00:00Z' } },
    });
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const press = async (words: string): Promise<void> => {
      [...element.querySelectorAll('button')].find((one) => one.textContent.includes(words))?.click();
      await fixture.whenStable();
    };
    expect(element.textContent).toContain('Iris has agreed that it may be destroyed. You do not have to.');
    await press('I agree that it may be destroyed');
    server.expectNone('/api/home/letters/l1/agreement');
    await press('I agree');
    expect(server.expectOne('/api/home/letters/l1/agreement').request.body).toEqual({ agree: true });
  });
});
