import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Passkeys } from '@trellis/ui';
import { apiInterceptor } from '../http/api-interceptor';
import { Problem } from '../http/problem';
import { provideLanguages } from '../i18n/provide-languages';
import { Session } from '../session/session';
import { StepUp } from './step-up';

function setUp() {
  const load = jest.fn(() => Promise.resolve(true));
  TestBed.configureTestingModule({
    providers: [
      StepUp,
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      { provide: Session, useValue: { load } },
    ],
  });
  return { stepUp: TestBed.inject(StepUp), server: TestBed.inject(HttpTestingController), load };
}

const proof = { credentialId: 'k', clientData: 'c', authenticatorData: 'a', signature: 's', userHandle: 'u' };
const turn = () => new Promise((next) => setTimeout(next));

describe('an act that needs a fresh code', () => {
  it('is done again after the code, and the session is read anew', async () => {
    const { stepUp, server, load } = setUp();
    const act = jest
      .fn()
      .mockRejectedValueOnce(new Problem('step_up_needed'))
      .mockResolvedValueOnce(undefined);
    const done = stepUp.run(act);
    await turn();
    expect(stepUp.open()).toBe(true);
    const confirmed = stepUp.confirm('123456');
    const sent = server.expectOne('/api/clinic/session/step-up');
    expect(sent.request.body).toEqual({ code: '123456' });
    sent.flush({});
    await confirmed;
    await expect(done).resolves.toBe(true);
    expect(act).toHaveBeenCalledTimes(2);
    expect(load).toHaveBeenCalledTimes(1);
    expect(stepUp.open()).toBe(false);
  });

  it('keeps the dialog open when the code does not match', async () => {
    const { stepUp, server } = setUp();
    const done = stepUp.run(jest.fn().mockRejectedValue(new Problem('step_up_needed')));
    await turn();
    const confirmed = stepUp.confirm('000000');
    const body = { code: 'second_factor_refused', facts: {}, correlationId: 'c' };
    server.expectOne('/api/clinic/session/step-up').flush(body, { status: 401, statusText: 'Unauthorized' });
    await expect(confirmed).rejects.toMatchObject({ code: 'second_factor_refused' });
    expect(stepUp.open()).toBe(true);
    stepUp.giveUp();
    await expect(done).resolves.toBe(false);
  });

  it('takes a passkey in place of the code, and says so when there is none', async () => {
    const { stepUp, server } = setUp();
    const sign = jest.spyOn(TestBed.inject(Passkeys), 'sign').mockResolvedValue(proof);
    const act = jest
      .fn()
      .mockRejectedValueOnce(new Problem('step_up_needed'))
      .mockResolvedValueOnce(undefined);
    const done = stepUp.run(act);
    await turn();
    const question = { challenge: 'c', rpId: 'localhost', timeout: 1, userVerification: 'required' };
    const none = stepUp.confirmWithPasskey();
    server
      .expectOne('/api/clinic/session/step-up/passkey/question')
      .flush({ ...question, allowCredentials: [] });
    await expect(none).rejects.toMatchObject({ code: 'passkey_refused' });
    expect(sign).not.toHaveBeenCalled();
    const confirmed = stepUp.confirmWithPasskey();
    const allowCredentials = [{ id: 'k', type: 'public-key', transports: [] }];
    server.expectOne('/api/clinic/session/step-up/passkey/question').flush({ ...question, allowCredentials });
    await turn();
    const sent = server.expectOne('/api/clinic/session/step-up/passkey');
    expect(sent.request.body).toEqual(proof);
    sent.flush({});
    await confirmed;
    await expect(done).resolves.toBe(true);
  });

  it('passes on every other failure without asking for a code', async () => {
    const { stepUp } = setUp();
    await expect(stepUp.run(() => Promise.reject(new Problem('report_expired')))).rejects.toMatchObject({
      code: 'report_expired',
    });
    expect(stepUp.open()).toBe(false);
  });
});
