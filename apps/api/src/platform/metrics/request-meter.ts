import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { surfaceOf } from '../http/surface.js';
import { Meters } from './meters.js';

/** Counts every answered request. */
@Injectable()
export class RequestMeter implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly meters: Meters,
  ) {}

  onModuleInit(): void {
    // The worker's process has no HTTP at all, whatever the type of the host says.
    const adapter = this.host.httpAdapter as typeof this.host.httpAdapter | undefined;
    if (adapter?.getType() !== 'fastify') return;
    const fastify: FastifyInstance = adapter.getInstance();
    fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      this.meters.answered({
        door: surfaceOf(request.raw),
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        seconds: reply.elapsedTime / 1000,
      });
      done();
    });
  }
}
