import passport from 'passport';

type Handle = (request: object, response: object, next: (error?: unknown) => void) => void;

/**
 * Asks a passport strategy whether the credentials hold. Strategies are verifiers and nothing else here: no
 * passport session, no redirect; cookies come from the session store alone. Credentials arrive validated.
 * Resolves to what the strategy's `validate` returned, or null when it refused; rejects when it threw.
 */
export function verifyWith<Proof>(strategy: string, credentials: object): Promise<Proof | null> {
  return new Promise((resolve, reject) => {
    const settle = (error: unknown, proof: Proof | false | null | undefined): void => {
      if (error instanceof Error) reject(error);
      else resolve(proof === false || proof === undefined ? null : proof);
    };
    const handle = passport.authenticate(strategy, { session: false }, settle) as Handle;
    handle({ body: credentials }, {}, (error) => {
      reject(error instanceof Error ? error : new Error('a verifier did not answer'));
    });
  });
}
