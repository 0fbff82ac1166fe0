import type { DemoSignIns } from './demo-sign-ins.ts';

export interface ReadyFacts {
  readonly port: number;
  readonly homePort: number;
  /** Absolute paths. */
  readonly outbox: string;
  readonly logFile: string;
  /** Missing when no demo clinic is served. */
  readonly signIns: DemoSignIns | undefined;
  /** True when mail goes to a real server. */
  readonly mailIsSent: boolean;
}

/** The block that the start prints at the end: where to go, who to sign in as, and `ready` as its last line. */
export function readyBlock(facts: ReadyFacts): string {
  const { signIns } = facts;
  return [
    '',
    `  Portal        http://localhost:${String(facts.port)}`,
    `  Homework app  http://localhost:${String(facts.homePort)}`,
    ...(signIns === undefined ? [] : signInLines(signIns)),
    '',
    facts.mailIsSent ? '  Mail          goes to the server of SMTP_URL' : `  Mail outbox   ${facts.outbox}`,
    `  Log           ${facts.logFile}`,
    '  Stop          Ctrl-C',
    '',
    'ready',
  ].join('\n');
}

function signInLines(signIns: DemoSignIns): readonly string[] {
  const staff = signIns.staff.map((one) => [`${one.name}, ${one.role}`, one.email, one.password, one.code]);
  const people = signIns.people.map((one) => [
    `${one.couple ?? ''} ${one.name}, ${one.side}`.trim(),
    ...[one.signInName, one.passphrase],
  ]);
  return [
    '',
    '  Demo sign-ins for the portal (name, e-mail, password, second-factor code of this moment;',
    '  the sign-in page always shows the current code)',
    ...table(staff),
    '',
    '  Demo sign-ins for the homework app (name, sign-in name, passphrase)',
    ...table(people),
  ];
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows.map((row) => `    ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}
