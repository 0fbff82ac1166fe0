import { HttpErrorResponse } from '@angular/common/http';
import { toProblem } from './problem';

const refusal = { code: 'report_download_limit', facts: {}, correlationId: 'c-1' };
const failed = (error: unknown) => toProblem(new HttpErrorResponse({ status: 410, error }));

describe('the failure of a download', () => {
  it('is read from bytes as from JSON, since a file was asked for', () => {
    const copy = Uint8Array.from(JSON.stringify(refusal), (letter) => letter.charCodeAt(0)).buffer;
    expect(failed(copy)).toMatchObject({ code: 'report_download_limit', correlationId: 'c-1' });
    expect(failed(refusal)).toMatchObject({ code: 'report_download_limit' });
  });

  it('is unexpected when the bytes are not an answer of ours', () => {
    expect(failed(new ArrayBuffer(3))).toMatchObject({ code: 'unexpected' });
  });
});
