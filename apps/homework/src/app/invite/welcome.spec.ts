import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import type { EnrolmentView } from '@trellis/contracts';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { Enrolling } from './chosen-way';
import { WayForm } from './way-form';
import { Welcome } from './welcome';

const invited: EnrolmentView = {
  ...{ name: 'Marta', side: 'BP', invitedBy: 'Jo Whitlock', clinicName: 'North Pier', clinicPhone: '1' },
  ...{ partnerName: 'Robin', therapistName: 'Jo Whitlock', secretsPolicy: 'LIMITED', consents: [] },
};

/** Walks to the last step; the session is read when `read` is called. */
async function atTheWay() {
  let read = (): void => undefined;
  const session = {
    person: () => null,
    partnerName: () => 'Robin',
    therapistName: () => 'Jo Whitlock',
    level: () => 'enrolment',
    load: () =>
      new Promise<boolean>((done) => {
        read = () => {
          done(true);
        };
      }),
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLanguages(),
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: Session, useValue: session },
      {
        provide: Enrolling,
        useValue: { finish: () => Promise.resolve({ signInName: 'east-mango-annual' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(Welcome);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/home/enrolment').flush(invited);
  await settle(fixture);
  for (const words of ['Next', 'Next', 'Yes', 'Next', 'mine alone']) await press(fixture, words);
  return {
    fixture,
    read: () => {
      read();
    },
  };
}

async function settle(fixture: ComponentFixture<Welcome>): Promise<void> {
  await new Promise((done) => setTimeout(done));
  fixture.detectChanges();
}

async function press(fixture: ComponentFixture<Welcome>, words: string): Promise<void> {
  const page = fixture.nativeElement as HTMLElement;
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))!.click();
  await settle(fixture);
}

describe('the end of an enrolment', () => {
  beforeEach(() => jest.spyOn(window, 'scrollTo').mockReturnValue());

  it('shows the sign-in name at once, and the way on when it leads somewhere', async () => {
    const { fixture, read } = await atTheWay();
    const page = fixture.nativeElement as HTMLElement;
    fixture.debugElement
      .query(By.directive(WayForm))
      .triggerEventHandler('chosen', { kind: 'passphrase', passphrase: 'seven boats cross the wide bay' });
    await settle(fixture);
    expect(page.textContent).toContain('east-mango-annual');
    expect(page.querySelector('a[href="/today"]')).toBeNull();
    read();
    await settle(fixture);
    expect(page.querySelector('a[href="/today"]')?.textContent).toContain('I wrote it down');
  });
});
