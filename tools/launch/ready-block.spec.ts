import { describe, expect, it } from '@jest/globals';
import { parseDemoSignIns, parseLastLine } from './demo-sign-ins.ts';
import { readyBlock } from './ready-block.ts';

const signIns = {
  staff: [
    { name: 'Ana Ruiz', role: 'therapist', email: 'ana@demo.test', password: 'first', code: '123456' },
    { name: 'Bo', role: 'clinic_admin', email: 'bo@demo.test', password: 'second', code: '654321' },
  ],
  people: [{ name: 'Dan', side: 'RP', signInName: 'dan', passphrase: 'four calm words here' }],
};
const facts = { port: 3000, homePort: 3001, outbox: '/d/outbox', logFile: '/d/api.log', mailIsSent: false };

describe('the block at the end of the start', () => {
  it('names addresses, sign-ins and the outbox, and ends with ready', () => {
    const lines = readyBlock({ ...facts, signIns }).split('\n');
    expect(lines).toContain('  Portal        http://localhost:3000');
    expect(lines).toContain('  Homework app  http://localhost:3001');
    expect(lines).toContain('    Ana Ruiz, therapist  ana@demo.test  first   123456');
    expect(lines).toContain('    Bo, clinic_admin     bo@demo.test   second  654321');
    expect(lines).toContain('    Dan, RP  dan  four calm words here');
    expect(lines).toContain('  Mail outbox   /d/outbox');
    expect(lines.at(-1)).toBe('ready');
  });

  it('shows no sign-ins without a demo clinic and no outbox when mail is sent', () => {
    const text = readyBlock({ ...facts, signIns: undefined, mailIsSent: true });
    expect(text).not.toMatch(/Demo|outbox/);
    expect(text).toContain('SMTP_URL');
  });
});

describe('demo sign-ins', () => {
  it('are read from the last line of a program', () => {
    expect(parseLastLine(`working\n${JSON.stringify(signIns)}\n`)).toEqual(signIns);
  });

  it.each(['', 'no json', '{}', '{"staff":{},"people":[]}', '{"staff":[{"name":"x"}],"people":[]}', 'null'])(
    'are not read from %j',
    (text) => {
      expect(parseDemoSignIns(text)).toBeUndefined();
    },
  );
});
