import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OwnEmergencyView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { EmergencyOpenings } from './emergency-openings';

const opening = (changes: Partial<OwnEmergencyView> = {}): OwnEmergencyView => ({
  id: '1',
  at: '2025-06-24T21:10:00.000Z',
  staffName: 'Ola Brandt',
  staffRole: 'therapist',
  isNew: true,
  ...changes,
});

async function setUp(emergencies: OwnEmergencyView[], language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(EmergencyOpenings);
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  http.expectOne('/api/home/record/emergencies').flush({ emergencies });
  await settled();
  return { page: fixture.nativeElement as HTMLElement, http, settled };
}

describe('that the record was opened in an emergency', () => {
  it('is told with name and time, and stays new until the person says that they read it', async () => {
    const { page, http, settled } = await setUp([opening(), opening({ id: '2', isNew: false })]);
    const text = () => page.textContent.replace(/\s+/g, ' ');
    expect(text()).toContain('Tuesday, June 24, 2025 at 4:10');
    expect(text()).toContain('Ola Brandt opened your record in an emergency.');
    expect(page.querySelectorAll('tr-chip')).toHaveLength(1);
    page.querySelector('button')?.click();
    http
      .expectOne({ method: 'POST', url: '/api/home/record/emergencies/seen' })
      .flush(null, { status: 204, statusText: '' });
    await settled();
    expect(page.querySelectorAll('tr-chip, button')).toHaveLength(0);
    expect(page.querySelector('[role=status]')?.textContent.trim()).not.toBe('');
  });

  it('says what went wrong when the clinic does not hear it, and leaves it new', async () => {
    const { page, http, settled } = await setUp([opening()], 'es');
    page.querySelector('button')?.click();
    http.expectOne('/api/home/record/emergencies/seen').error(new ProgressEvent('error'));
    await settled();
    expect(page.querySelectorAll('tr-chip')).toHaveLength(1);
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
  });

  it('is not there at all when it never happened', async () => {
    const { page } = await setUp([]);
    expect(page.textContent.trim()).toBe('');
  });
});
