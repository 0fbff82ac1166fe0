import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { from, mergeMap, of, throwError } from 'rxjs';
import { takeFirst } from './first-answer';

/** Gives the answer that was asked for early to the request that wants it, as if it had been sent just now. */
export const firstAnswerInterceptor: HttpInterceptorFn = (request, next) => {
  const early = request.method === 'GET' ? takeFirst(request.url) : null;
  if (early === null) return next(request);
  return from(read(early, request.url)).pipe(
    mergeMap((answer) => (answer instanceof HttpErrorResponse ? throwError(() => answer) : of(answer))),
  );
};

async function read(
  early: Promise<Response>,
  url: string,
): Promise<HttpResponse<unknown> | HttpErrorResponse> {
  try {
    const answer = await early;
    const { ok, status, statusText } = answer;
    const body: unknown = await answer.json();
    return ok
      ? new HttpResponse({ body, status, statusText, url })
      : new HttpErrorResponse({ error: body, status, statusText, url });
  } catch (error) {
    return new HttpErrorResponse({ error, status: 0, url });
  }
}
