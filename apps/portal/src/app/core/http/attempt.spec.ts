import { Attempt } from './attempt';
import { Problem } from './problem';

describe('an attempt', () => {
  it('is busy while it runs, and a second one waits for its own time', async () => {
    const attempt = new Attempt();
    let finish: () => void = () => undefined;
    const first = attempt.run(() => new Promise((done) => (finish = done)));
    expect(attempt.busy()).toBe(true);
    const second = jest.fn();
    await expect(attempt.run(second)).resolves.toBe(false);
    expect(second).not.toHaveBeenCalled();
    finish();
    await expect(first).resolves.toBe(true);
    expect(attempt.busy()).toBe(false);
  });

  it('keeps the problem it ended with until the next one begins', async () => {
    const attempt = new Attempt();
    await expect(attempt.run(() => Promise.reject(new Problem('sign_in_refused')))).resolves.toBe(false);
    expect(attempt.problem()?.code).toBe('sign_in_refused');
    await attempt.run(() => Promise.resolve());
    expect(attempt.problem()).toBeNull();
  });
});
