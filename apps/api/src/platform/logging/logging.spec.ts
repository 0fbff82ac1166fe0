import { describe, expect, it } from '@jest/globals';
import { pino, type Logger } from 'pino';
import { logOptions } from './logging.module.js';

/** Lines written by a logger with the product's options. */
function linesOf(write: (logger: Logger) => void): string {
  const lines: string[] = [];
  write(pino(logOptions('debug'), { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('log lines', () => {
  it('keep what is on the list', () => {
    const line = linesOf((logger) => {
      logger.info(
        { method: 'GET', route: '/api/clinic/couples/:coupleId', status: 200, ms: 3, surface: 'clinic' },
        'answered',
      );
    });
    expect(JSON.parse(line)).toMatchObject({
      route: '/api/clinic/couples/:coupleId',
      status: 200,
      msg: 'answered',
    });
  });

  it('L-2 drop everything else, nested values and errors included', () => {
    const secret = 'a secret word';
    const line = linesOf((logger) => {
      logger.info(
        { req: { headers: { cookie: secret }, url: secret }, body: secret, ip: secret, route: { a: secret } },
        'x',
      );
      logger.error(new Error(secret));
      logger.error({ err: new Error(secret) });
      logger.error({ err: new Error(secret) }, 'could not');
      logger.warn({ error: new TypeError(secret), detail: secret });
    });
    expect(line).not.toContain('secret');
    expect(line.trim().split('\n')).toHaveLength(5);
    expect(line).toContain('TypeError');
  });
});
