import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sessionOf } from './session-store.js';

/** The session of the request, on handlers that let somebody in. */
export const CurrentSession = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  sessionOf(execution.switchToHttp().getRequest<FastifyRequest>()),
);
