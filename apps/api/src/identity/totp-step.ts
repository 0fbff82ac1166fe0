import { verifySync } from 'otplib';

const stepSeconds = 30;

/**
 * The step of a six-digit code at `epoch` (seconds since 1970, RFC 6238): the current step or the one before; null
 * when the code belongs to neither. `secret` is base32.
 */
export function currentStep(secret: string, code: string, epoch: number): number | null {
  const found = verifySync({
    secret,
    token: code,
    epoch: Math.floor(epoch),
    epochTolerance: [stepSeconds, 0],
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
