import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { headers } from '@trellis/contracts';
import type { FastifyRequest } from 'fastify';
import { AppError } from './app-error.js';

const entityTag = /^(?:"v([0-9]{1,9})"|v([0-9]{1,9}))$/;

/**
 * Reads the version a change was based on from the value of an If-Match header: `"v3"` or `v3` gives 3.
 * @throws AppError version_missing without a header, invalid_request for any other form.
 */
export function versionOf(header: string | undefined): number {
  if (header === undefined) throw new AppError('version_missing');
  const match = entityTag.exec(header);
  const digits = match?.[1] ?? match?.[2];
  if (digits === undefined) throw new AppError('invalid_request', { header: headers.ifMatch });
  return Number(digits);
}

/** Parameter of a handler: the version its change was based on. */
export const IfMatch = createParamDecorator((_: unknown, execution: ExecutionContext): number =>
  versionOf(execution.switchToHttp().getRequest<FastifyRequest>().headers[headers.ifMatch]),
);
