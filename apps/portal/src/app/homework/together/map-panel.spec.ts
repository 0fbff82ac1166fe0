import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CaseMapView } from '@trellis/contracts';
import { apiInterceptor } from '../../core/http/api-interceptor';
import { Languages } from '../../core/i18n/languages';
import { provideLanguages } from '../../core/i18n/provide-languages';
import { MapPanel } from './map-panel';

const waiting: CaseMapView = {
  sides: [{ side: 'BP', personName: 'Iris', handedIn: true, approved: false }],
  rows: [],
};
const met: CaseMapView = {
  sides: [{ side: 'BP', personName: 'Iris', handedIn: true, approved: true }],
  rows: [
    {
      ...{ domain: 'kissing', label: { en: 'kissing', es: 'besos' } },
      ...{ rp: { answer: 'yes', condition: null }, bp: { answer: 'maybe', condition: 'slowly' } },
    },
  ],
};

it('a therapist lets the map of the own side meet the other, and reads what both left open', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(MapPanel);
  fixture.componentRef.setInput('workId', 'w');
  fixture.detectChanges();
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  server.expectOne('/api/clinic/preference-maps/w').flush(waiting);
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  expect(element.textContent).toContain('Iris: the map is in.');
  expect(element.textContent).toContain('Nothing to show now.');
  element.querySelector('button')!.click();
  const sent = server.expectOne('/api/clinic/preference-maps/w/approval');
  expect(sent.request.body).toEqual({ side: 'BP' });
  sent.flush(met);
  await settle();
  expect(element.querySelector('button')).toBeNull();
  expect(element.querySelector('dd')?.textContent).toBe('yes · maybe: slowly');
});
