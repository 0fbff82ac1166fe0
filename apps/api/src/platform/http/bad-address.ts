import { randomUUID } from 'node:crypto';
import { headers, type ErrorBody } from '@trellis/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers addresses that the router gives up on before any hook or filter: escapes that are no UTF-8, and parts too
 * long for an id. They name nothing, so the answer is the one for an unknown path, and quotes nothing of them.
 */
export function answerBadAddress(_: FastifyError, __: FastifyRequest, reply: FastifyReply): void {
  const correlationId = randomUUID();
  const body: ErrorBody = { code: 'not_found', facts: {}, correlationId };
  void reply
    .status(404)
    .headers({
      [headers.correlationId]: correlationId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(body);
}
