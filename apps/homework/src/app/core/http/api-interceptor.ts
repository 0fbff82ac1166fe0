import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { headers } from '@trellis/vocabulary';
import { catchError, throwError } from 'rxjs';
import { SignInAgain } from '../session/sign-in-again';
import { type Problem, type ProblemCode, toProblem } from './problem';
import { RequestToken } from './request-token';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD'];
const SESSION_GONE: readonly ProblemCode[] = ['not_signed_in', 'pin_needed'];

/** Adds language and write token to calls of our own API, and turns every failure into a Problem. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const signInAgain = inject(SignInAgain);
  const token = inject(RequestToken).current();
  const language = inject(TranslocoService).getActiveLang();
  const write = !SAFE_METHODS.includes(request.method);
  const setHeaders = { 'accept-language': language, ...(write && token ? { [headers.csrf]: token } : {}) };
  return next(request.clone({ setHeaders })).pipe(
    catchError((failure: unknown) => {
      const problem: Problem = toProblem(failure);
      if (SESSION_GONE.includes(problem.code)) signInAgain.ask();
      return throwError(() => problem);
    }),
  );
};
