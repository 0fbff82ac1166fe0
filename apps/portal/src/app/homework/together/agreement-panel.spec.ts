import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CaseAgreementView } from '@trellis/contracts';
import { apiInterceptor } from '../../core/http/api-interceptor';
import { Languages } from '../../core/i18n/languages';
import { provideLanguages } from '../../core/i18n/provide-languages';
import { AgreementPanel } from './agreement-panel';

const waits: CaseAgreementView = {
  ...{ signedByName: null, maySign: true },
  agreement: { state: 'waits', number: null, signedAt: null, endedAt: null, lookAgain: false, version: 0 },
};
const inForce: CaseAgreementView = {
  ...{ signedByName: 'Dana Raman', maySign: true },
  agreement: {
    ...{ state: 'in_force', number: 2, signedAt: '2025-01-13T16:00:00Z', endedAt: null },
    ...{ lookAgain: true, version: 1 },
  },
};

async function panel(view: CaseAgreementView) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(AgreementPanel);
  fixture.componentRef.setInput('workId', 'w');
  fixture.componentRef.setInput('timeZone', 'UTC');
  fixture.detectChanges();
  server.expectOne('/api/clinic/agreements/w').flush(view);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  return { server, settle, element: fixture.nativeElement as HTMLElement };
}

describe('the third signature', () => {
  it('comes after asking each alone', async () => {
    const { server, settle, element } = await panel(waits);
    const button = element.querySelector('button')!;
    button.click();
    server.expectNone('/api/clinic/agreements/w/signature');
    element.querySelectorAll('input').forEach((box) => {
      box.click();
    });
    await settle();
    button.click();
    const sent = server.expectOne('/api/clinic/agreements/w/signature');
    expect(sent.request.body).toEqual({ askedRp: true, askedBp: true });
    sent.flush(inForce);
    await settle();
    expect(element.textContent).toContain('Agreement 2 is in force since January 13, 2025');
    expect(element.textContent).toContain('The stage has changed');
  });

  it('is the couple therapist’s, where there is one', async () => {
    const { element } = await panel({ ...waits, maySign: false });
    expect(element.querySelector('button')).toBeNull();
    expect(element.textContent).toContain('couple therapist');
  });

  it('is undone by ending it, against the version that was seen', async () => {
    const { server, settle, element } = await panel(inForce);
    element.querySelector('button')!.click();
    const sent = server.expectOne('/api/clinic/agreements/w/ending');
    expect(sent.request.headers.get('if-match')).toContain('1');
    const ended = { ...inForce.agreement, state: 'ended', endedAt: '2025-02-03T16:00:00Z' } as const;
    sent.flush({ ...inForce, agreement: { ...ended, lookAgain: false, version: 2 } });
    await settle();
    expect(element.textContent).toContain('ended on February 3, 2025');
    expect(element.querySelector('button')).toBeNull();
  });
});
