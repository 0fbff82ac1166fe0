import { safeReturnUrl } from './sign-in-again';

describe('the page to return to after sign-in', () => {
  it.each(['/caseload?search=a', '/couples/1/homework'])('is %s when it belongs to this app', (url) => {
    expect(safeReturnUrl(url)).toBe(url);
  });

  it.each([null, '', 'https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/sign-in'])(
    'is the home page for %s',
    (url) => {
      expect(safeReturnUrl(url)).toBe('/');
    },
  );
});
