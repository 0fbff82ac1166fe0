import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoStaff } from '@trellis/fixtures';
import { generateSecret } from 'otplib';

export interface DemoStaffSignIn {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
}

export interface DemoPersonSignIn {
  /** The couple's name in the caseload. */
  readonly couple: string;
  readonly name: string;
  readonly side: 'RP' | 'BP';
  readonly signInName: string;
  readonly passphrase: string;
}

/** Sign-ins of the demo clinic. Made anew for each installation and kept beside its data, never in the code. */
export interface DemoSignIns {
  readonly staff: readonly DemoStaffSignIn[];
  readonly people: readonly DemoPersonSignIn[];
}

/** Plain words that spell no name of the demo, neither alone nor two in a row; a spec proves it. */
export const demoWords = [
  'amber',
  'basil',
  'cedar',
  'dune',
  'ember',
  'fern',
  'grove',
  'harbor',
  'lagoon',
  'juniper',
  'kelp',
  'lantern',
  'meadow',
  'nectar',
  'ocean',
  'pebble',
];

/** Five different plain words, easy to type while trying things out. */
export function demoPassphrase(): string {
  const left = [...demoWords];
  return Array.from({ length: 5 }, () => left.splice(randomInt(left.length), 1).join('')).join(' ');
}

/** Fresh sign-ins for the demo staff. */
export function newStaffSignIns(): DemoStaffSignIn[] {
  return demoStaff.map(({ key, signature, roles }) => ({
    key,
    name: signature,
    role: roles[0] ?? 'therapist',
    email: `${key}@northpier.example`,
    password: `demo-${randomBytes(6).toString('hex')}`,
    totpSecret: generateSecret(),
  }));
}

/** The kept sign-ins, or null when the demo clinic was made elsewhere. */
export function readSignIns(dataDir: string): DemoSignIns | null {
  const file = fileIn(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoSignIns) : null;
}

/** Keeps the sign-ins readable for the owner of the data folder alone. */
export function writeSignIns(dataDir: string, signIns: DemoSignIns): void {
  const file = fileIn(dataDir);
  writeFileSync(file, JSON.stringify(signIns, null, 2), { mode: 0o600 });
  chmodSync(file, 0o600);
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'demo-sign-ins.json');
}
