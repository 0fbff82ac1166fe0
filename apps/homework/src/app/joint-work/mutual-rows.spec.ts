import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MutualRowView, OwnMapView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { MutualRows } from './mutual-rows';

const row: MutualRowView = {
  ...{ domain: 'kissing', label: { en: 'kissing', es: 'besos' } },
  ...{ rp: { answer: 'yes', condition: null }, bp: { answer: 'maybe', condition: 'slowly' } },
};

async function rows(view: OwnMapView) {
  const session = { person: () => ({ side: 'BP' }), partnerName: () => 'Rowan' };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(MutualRows);
  fixture.componentRef.setInput('taskId', 't');
  fixture.detectChanges();
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  server.expectOne('/api/home/preference-maps/t').flush(view);
  await settle();
  return { server, settle, element: fixture.nativeElement as HTMLElement };
}

describe('topics that both left open', () => {
  it('stand with both answers, and are taken back at once', async () => {
    const { server, settle, element } = await rows({ rests: null, rows: [row], taken: [] });
    expect([...element.querySelectorAll('section p')].map((p) => p.textContent.trim().replace(/\s+/g, ' '))).toEqual([
      'You: maybe slowly',
      'Rowan: yes',
    ]); // prettier-ignore
    element.querySelector('button')!.click();
    const sent = server.expectOne('/api/home/preference-maps/t/taking-back');
    expect(sent.request.body).toEqual({ domain: 'kissing' });
    sent.flush({ rests: null, rows: [], taken: ['kissing'] });
    await settle();
    expect(element.textContent).toContain('none of them is told');
  });

  it('are not shown while it rests', async () => {
    const { element } = await rows({ rests: { en: 'Paused.', es: 'En pausa.' }, rows: [row], taken: [] });
    expect(element.querySelectorAll('section')).toHaveLength(0);
  });
});
