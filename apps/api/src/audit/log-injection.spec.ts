import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { logOptions } from '../platform/logging/logging.module.js';
import { visible } from './verify-command.js';

/** Ways to make one record look like two, or like none. */
const corpus = [
  'a\nb',
  'a\rb',
  'a\r\n{"level":50,"msg":"forged"}',
  '\u001b[2J\u001b[1;1Hgone',
  '\u001b]0;title\u0007',
  '\u009b31mred',
  'a\u0000b',
  'a\bb\b\b',
  'a\u0085b',
  'a\u2028b\u2029c',
  '\u202eevil\u202c',
  'zero\u200bwidth\ufeff',
  'tab\tbed',
];

describe('L-5: text that tries to write lines of its own', () => {
  it.each(corpus)('L-5: stays one line of the log, whole when read back: %j', (text) => {
    let written = '';
    const logger = pino(logOptions('info'), { write: (line: string) => void (written += line) });
    logger.info({ route: text, failureCode: text }, 'answered');
    expect(written.trimEnd().split(/[\n\r]/)).toHaveLength(1);
    expect(written).not.toContain('\u001b');
    expect(JSON.parse(written)).toMatchObject({ route: text, failureCode: text });
  });

  it.each(corpus)('L-5: is spelt out where a command prints it: %j', (text) => {
    expect(visible(text)).toMatch(/^[\x20-\x7e]+$/);
    expect(visible(text)).not.toBe(text);
  });

  it('L-5: leaves names of any script as they are', () => {
    for (const name of ['homework.read', 'Ñandú', '李', 'e\u0301', '🌿']) expect(visible(name)).toBe(name);
  });
});
