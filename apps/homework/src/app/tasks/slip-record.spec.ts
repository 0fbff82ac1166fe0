import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { SlipRecord } from './slip-record';

const answers = {
  ...{ stop_check: 'no', slip_at: '2025-01-05T22:30', kind: 'slip', partner_told: 'not_yet' },
  script_next_steps: 'I call Mina',
};

async function shown(given: object) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(SlipRecord);
  fixture.componentRef.setInput('answers', given);
  await fixture.whenStable();
  return {
    fixture,
    page: fixture.nativeElement as HTMLElement,
    server: TestBed.inject(HttpTestingController),
  };
}

describe('a slip of a handed-in protocol', () => {
  it('goes on record with a yes alone: its time, kind and telling, none of the words', async () => {
    const { fixture, page, server } = await shown(answers);
    server.expectNone('/api/home/slips');
    page.querySelector('button')?.click();
    server
      .expectOne('/api/home/slips')
      .flush({ slips: [], therapistName: 'Mina', timeZone: 'America/Chicago' });
    await new Promise((next) => setTimeout(next));
    const sent = server.expectOne({ method: 'POST', url: '/api/home/slips' });
    expect(sent.request.body).toEqual({
      ...{ stopCheck: 'no', level: 'slip', partner: 'not_yet', partnerAt: null, therapistToldAt: null },
      slipAt: '2025-01-06T04:30:00.000Z',
    });
    sent.flush({ stopped: false, slip: null });
    await new Promise((next) => setTimeout(next));
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')).not.toBeNull();
    expect(page.querySelector('button')).toBeNull();
  });

  it('is not offered where the person stopped', async () => {
    const { page } = await shown({ ...answers, stop_check: 'could_be' });
    expect(page.querySelector('button')).toBeNull();
  });
});
