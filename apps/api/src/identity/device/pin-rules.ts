/** How many wrong PINs a device takes, counted before they are compared, until it opens nothing any more. */
export const pinTries = 5;

/** How long a device opens with a PIN, in days from the enrolment. */
export const deviceDays = 30;

/** True for PINs among the first that anybody tries: one digit repeated, a row up or down, a short part repeated. */
export function isCommonPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10));
  const oneStep = steps.size === 1 && [0, 1, 9].includes([...steps][0] ?? -1);
  return oneStep || new Set(digits).size < 3 || /^(\d{2,4})\1+$/.test(pin);
}
