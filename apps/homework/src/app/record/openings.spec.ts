import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OpeningView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { Openings } from './openings';

const opening = (id: string, changes: Partial<OpeningView> = {}): OpeningView => ({
  id,
  at: '2025-06-24T21:10:00.000Z',
  staffName: 'Jo Whitlock',
  staffRole: 'therapist',
  kind: 'homework_task',
  ...changes,
});

async function setUp(language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(Openings);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const asked = () => http.expectOne(({ url }) => url === '/api/home/record/openings');
  const answer = async (openings: OpeningView[], nextCursor: string | null = null) => {
    const call = asked();
    call.flush({ openings, nextCursor });
    await settled();
    return call.request;
  };
  return { page, asked, answer, settled, press: () => page.querySelector('button')?.click() };
}

describe('who opened my record', () => {
  it('names the member of staff, the time on the clinic’s clock and what was read', async () => {
    const { page, answer } = await setUp();
    await answer([opening('1'), opening('2', { staffName: 'Dana Raman', kind: 'letter' })]);
    const [first, second] = [...page.querySelectorAll('li')].map((line) =>
      line.textContent.replace(/\s+/g, ' '),
    );
    expect(first).toContain('Tuesday, June 24, 2025 at 4:10');
    expect(first).toContain('Jo Whitlock read what you handed in.');
    expect(second).toContain('Dana Raman read something in your record.');
  });

  it('says calmly that nobody has, in Spanish too', async () => {
    const { page, answer } = await setUp('es');
    await answer([]);
    expect(page.textContent).toContain('Nadie lo ha abierto todavía');
  });

  it('begins with five, and shows the others at a press before it asks for older ones', async () => {
    const { page, answer, settled, press } = await setUp();
    await answer(
      Array.from({ length: 30 }, (_, at) => opening(String(at))),
      'older',
    );
    expect(page.querySelectorAll('li')).toHaveLength(5);
    for (const count of [25, 30]) {
      press();
      await settled();
      expect(page.querySelectorAll('li')).toHaveLength(count);
    }
    press();
    await answer([opening('x')]);
    expect(page.querySelectorAll('li')).toHaveLength(31);
    expect(page.querySelector('button')).toBeNull();
  });

  it('shows older lines below, and keeps what stands there when they do not come', async () => {
    const { page, asked, answer, settled, press } = await setUp();
    await answer([opening('1')], 'older');
    press();
    expect((await answer([opening('2')], 'oldest')).params.get('cursor')).toBe('older');
    expect(page.querySelectorAll('li')).toHaveLength(2);
    press();
    asked().error(new ProgressEvent('error'));
    await settled();
    expect(page.querySelectorAll('li')).toHaveLength(2);
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
  });
});
