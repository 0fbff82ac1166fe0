import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AnswerLegalQuestionRequest,
  DocumentHandedInView,
  DocumentSavedView,
  HandInDocumentRequest,
  InventoryEntry,
  InventoryView,
  OwnDocumentView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

const base = paths.home.disclosureDocument;

/** One's own disclosure document at the clinic. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnDocument {
  readonly #http = inject(HttpClient);

  page(): Promise<OwnDocumentView> {
    return firstValueFrom(this.#http.get<OwnDocumentView>(apiUrl(base)));
  }

  saveSection(section: string, version: number, text: string): Promise<DocumentSavedView> {
    const headers = ifVersion(version);
    return firstValueFrom(
      this.#http.put<DocumentSavedView>(apiUrl(base, 'sections', section), { text }, { headers }),
    );
  }

  answerLegal(request: AnswerLegalQuestionRequest, version: number): Promise<DocumentSavedView> {
    const headers = { ...oneAct(), ...ifVersion(version) };
    return firstValueFrom(this.#http.put<DocumentSavedView>(apiUrl(base, 'legal'), request, { headers }));
  }

  handIn(request: HandInDocumentRequest): Promise<DocumentHandedInView> {
    const headers = oneAct();
    return firstValueFrom(
      this.#http.post<DocumentHandedInView>(apiUrl(base, 'versions'), request, { headers }),
    );
  }

  settle(commentId: string, version: number): Promise<DocumentSavedView> {
    const url = apiUrl(base, 'comments', commentId, 'settlement');
    const headers = { ...oneAct(), ...ifVersion(version) };
    return firstValueFrom(this.#http.post<DocumentSavedView>(url, {}, { headers }));
  }

  inventory(): Promise<InventoryView> {
    return firstValueFrom(this.#http.get<InventoryView>(apiUrl(base, 'inventory')));
  }

  saveInventory(entries: readonly InventoryEntry[], version: number): Promise<DocumentSavedView> {
    const headers = ifVersion(version);
    return firstValueFrom(
      this.#http.put<DocumentSavedView>(apiUrl(base, 'inventory'), { entries }, { headers }),
    );
  }
}
