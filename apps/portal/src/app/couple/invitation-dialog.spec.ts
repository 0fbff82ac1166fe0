import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { InvitationDialog } from './invitation-dialog';
import { sampleCouple } from './sample-couple';

const URL = '/api/clinic/invitations/p-bp';
const made = {
  id: 'i-1',
  link: 'https://home.example/i#secret',
  code: '048213',
  expiresAt: '2025-06-24T15:00:00.000Z',
};

beforeAll(() => {
  // The browser of the tests knows <dialog> but cannot open one.
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(InvitationDialog);
  fixture.componentRef.setInput('person', sampleCouple().people[0]);
  const closed: boolean[] = [];
  fixture.componentInstance.closed.subscribe((one) => closed.push(one));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (words: string) => {
    const button = [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
    button!.click();
    await settled();
  };
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  return { page, press, settled, closed, http: TestBed.inject(HttpTestingController) };
}

describe('inviting a person', () => {
  it('makes nothing before the therapist says so', async () => {
    const { press, closed, http } = await setUp();
    http.expectNone(URL);
    await press('Not now');
    expect(closed).toEqual([false]);
  });

  it('shows link and code apart, with how to pass on each, and that they are shown once', async () => {
    const { page, press, settled, closed, http } = await setUp();
    await press('Create invitation');
    http.expectOne(URL).flush(made);
    await settled();
    const [link, code] = [...page.querySelectorAll('section')].map((part) => part.textContent);
    expect(link).toContain(made.link);
    expect(link).not.toContain('048 213');
    expect(code).toContain('048 213');
    expect(code).toContain('Never in the same message as the link');
    expect(page.textContent).toContain('They cannot be shown again');
    await press('I have passed both on');
    expect(closed).toEqual([true]);
  });

  it('repeats a failed try under the same key, so that no second invitation ends the first', async () => {
    const { page, press, settled, http } = await setUp();
    await press('Create invitation');
    const first = http.expectOne(URL);
    first.error(new ProgressEvent('error'));
    await settled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('could not reach');
    await press('Create invitation');
    const second = http.expectOne(URL);
    expect(second.request.headers.get('idempotency-key')).toBe(first.request.headers.get('idempotency-key'));
  });
});
