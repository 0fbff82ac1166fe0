import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { errorStatus, type ErrorBody, type ErrorCode } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { contextIfAny } from '../context/request-context.js';
import { AppError } from './app-error.js';

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  401: 'not_signed_in',
  403: 'not_allowed',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'media_type_unsupported',
  429: 'too_many_attempts',
  503: 'busy',
};

/** SQLSTATEs that mean "try again": cancelled, lock not available, too many connections, shutting down. */
const busyStates: ReadonlySet<string> = new Set(['57014', '55P03', '53300', '57P01', '40001', '40P01']);

/** The one error shape. What the database or a library said stays in the process. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal.code === 'unexpected')
      this.logger.error({ errorName: nameOf(error), at: placeOf(error) }, 'unexpected error');
    if (refusal.code === 'busy') void reply.header('retry-after', '2');
    void reply.status(errorStatus[refusal.code]).send(bodyOf(refusal));
  }
}

/** The body of a refusal as every client sees it. */
export function bodyOf(refusal: AppError): ErrorBody {
  return { code: refusal.code, facts: refusal.facts, correlationId: contextIfAny()?.correlationId ?? '' };
}

/** Turns anything thrown into a code. Exceptions of the framework keep their status and lose their text. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status !== undefined) return new AppError(codeOfStatus[status] ?? 'unexpected');
  return new AppError(isBusy(error) ? 'busy' : 'unexpected');
}

/** Fastify's own errors (body too large, wrong media type) carry a status. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' && error.statusCode < 500 ? error.statusCode : undefined;
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    busyStates.has(code) ||
    code === 'ECONNREFUSED' ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** Function names of the stack, without messages: messages of the database can quote values. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  return error.stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' < ');
}
