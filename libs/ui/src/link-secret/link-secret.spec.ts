import { leaveSecretBehind, type LinkWindow, secretIn, takeSecret } from './link-secret';

const SECRET = 'aB3_-'.repeat(8) + 'xyz';

function windowAt(pathname: string, hash: string) {
  const replace = jest.fn();
  return { location: { pathname, hash, replace }, name: '' } satisfies LinkWindow;
}

describe('the secret of a link', () => {
  it('is found in a pasted link, and in the bare code', () => {
    expect(secretIn(` https://example.test/i#${SECRET} `)).toBe(SECRET);
    expect(secretIn(SECRET)).toBe(SECRET);
    expect(secretIn('https://example.test/i')).toBeNull();
    expect(secretIn(`${SECRET}x`)).toBeNull();
  });

  it('leaves the address before the app starts, and is found once on the page opened instead', () => {
    const view = windowAt('/join', `#${SECRET}`);
    expect(leaveSecretBehind(view)).toBe(true);
    expect(view.location.replace).toHaveBeenCalledWith('/join');
    expect(takeSecret(view)).toBe(SECRET);
    expect(view.name).toBe('');
    expect(takeSecret(view)).toBeNull();
  });

  it('may lead to another page', () => {
    const view = windowAt('/i', `#${SECRET}`);
    leaveSecretBehind(view, '/invite');
    expect(view.location.replace).toHaveBeenCalledWith('/invite');
  });

  it('leaves every other address and window name alone', () => {
    const view = windowAt('/today', '#top');
    view.name = 'mine';
    expect(leaveSecretBehind(view)).toBe(false);
    expect(takeSecret(view)).toBeNull();
    expect(view.name).toBe('mine');
    expect(view.location.replace).not.toHaveBeenCalled();
  });
});
