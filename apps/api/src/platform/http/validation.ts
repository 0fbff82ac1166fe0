import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { AppError } from './app-error.js';

interface FieldProblem {
  readonly field: string;
  readonly rules: readonly string[];
}

/** Flattens nested problems into dotted field names. Values never appear, only field and rule names. */
function problemsOf(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = error.constraints === undefined ? [] : [{ field, rules: Object.keys(error.constraints) }];
    return [...own, ...problemsOf(error.children ?? [], field)];
  });
}

/** Fields told in one answer. Nobody mends more at once, and an answer should not outgrow the request. */
const maxFields = 25;

/** The one strict pipe: unknown keys and unknown objects are refused, nothing is converted by guessing. */
export function strictValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) =>
      new AppError('invalid_request', { fields: problemsOf(errors).slice(0, maxFields) }),
  });
}
