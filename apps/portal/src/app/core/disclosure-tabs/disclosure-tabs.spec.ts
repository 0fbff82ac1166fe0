import { isOfDisclosure } from './disclosure-tabs';

describe('the areas of a disclosure', () => {
  it.each([
    'disclosure',
    'readiness',
    'questions',
    'letters',
    'disclosure-session',
    'aftercare',
    'letters/x?y=1',
  ])('hold %s', (path) => {
    expect(isOfDisclosure(`/couples/c1/${path}`)).toBe(true);
  });

  it.each(['', 'homework', 'predictors', 'readiness-of-others', 'care-team/letters'])(
    'do not hold "%s"',
    (path) => {
      expect(isOfDisclosure(`/couples/c1/${path}`)).toBe(false);
    },
  );
});
