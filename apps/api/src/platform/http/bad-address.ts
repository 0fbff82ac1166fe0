import { randomUUID } from 'node:crypto';
import { headers, type ErrorBody } from '@trellis/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/env.js';
import { refusalHeaders } from './security-headers.js';

/**
 * Answers addresses that the router gives up on before any hook or filter: escapes that are no UTF-8, and parts too
 * long for an id. They name nothing, so the answer is the one for an unknown path, and quotes nothing of them.
 */
export function answerBadAddress(
  config: Config,
): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void {
  const fixed = refusalHeaders(config);
  return (_, __, reply) => {
    const correlationId = randomUUID();
    const body: ErrorBody = { code: 'not_found', facts: {}, correlationId };
    void reply
      .status(404)
      .headers({ ...fixed, [headers.correlationId]: correlationId })
      .send(body);
  };
}
