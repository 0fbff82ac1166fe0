import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnJointWorkView, SavedView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

/** Exercises of two people at the clinic. Rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnJointWork {
  readonly #http = inject(HttpClient);

  one(taskId: string): Promise<OwnJointWorkView> {
    return firstValueFrom(this.#http.get<OwnJointWorkView>(apiUrl(paths.home.jointWork, taskId)));
  }

  /** Takes the own half back, or a page up, while it is not open for both. */
  takeUp(taskId: string, version: number): Promise<SavedView> {
    const url = apiUrl(paths.home.jointWork, taskId, 'taking-up');
    const headers = { ...oneAct(), ...ifVersion(version) };
    return firstValueFrom(this.#http.post<SavedView>(url, {}, { headers }));
  }
}
