import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SessionCollisionsView } from '@trellis/contracts';
import { apiInterceptor } from '../http/api-interceptor';
import { Languages } from '../i18n/languages';
import { provideLanguages } from '../i18n/provide-languages';
import { NearDates } from './near-dates';

async function shown(startsAt: string | null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(NearDates);
  fixture.componentRef.setInput('coupleId', 'c1');
  fixture.componentRef.setInput('startsAt', startsAt);
  fixture.detectChanges();
  const answer = async (view: SessionCollisionsView): Promise<string> => {
    const asked = server.expectOne(({ url }) => url === '/api/clinic/disclosure-sessions/c1/collisions');
    expect(asked.request.params.get('startsAt')).toBe(startsAt);
    asked.flush(view);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent;
  };
  return { server, answer };
}

const at = '2025-03-28T15:00:00.000Z';

describe('the days near a moment', () => {
  it('are named before the date is asked for', async () => {
    const { answer } = await shown(at);
    const said = await answer({ checked: true, collisions: ['2025-03-21', '2025-04-04'] });
    expect(said).toContain('Fri, Mar 21 and Fri, Apr 4');
  });

  it('are not taken for none while nobody has gathered them', async () => {
    const { answer } = await shown(at);
    expect(await answer({ checked: false, collisions: [] })).toContain('Nobody has said yet');
  });

  it('are not asked for while the year is still being typed', async () => {
    const { server } = await shown('0202-03-28T15:00:00.000Z');
    server.expectNone(() => true);
  });
});
