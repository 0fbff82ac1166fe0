import type { DemoSignInView } from '@trellis/contracts';
import { generateSync } from 'otplib';
import type { DemoSignIns } from './demo-sign-ins.js';

/** The sign-ins with the second-factor code of this moment. */
export function demoView(signIns: DemoSignIns, homeworkAddress: string, clinicalTime: Date): DemoSignInView {
  return {
    staff: signIns.staff.map(({ name, role, email, password, totpSecret }) => ({
      name,
      role,
      email,
      password,
      code: generateSync({ secret: totpSecret }),
    })),
    people: [...signIns.people],
    homeworkAddress,
    clinicalTime: clinicalTime.toISOString(),
  };
}
