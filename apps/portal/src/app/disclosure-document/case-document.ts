import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type {
  AnswerLegalQuestionRequest,
  DecideDocumentSectionRequest,
  DocumentCommentView,
  DocumentCustodyView,
  DocumentReadingView,
  DocumentReviewView,
  DocumentVersionView,
  InventoryView,
  WriteDocumentCommentRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem, type Problem } from '../core/http/problem';

const base = paths.clinic.disclosureDocuments;

/** The disclosure document of one couple as its reader may find it. Every act asks anew afterwards. */
@Injectable()
export class CaseDocument {
  readonly #http = inject(HttpClient);
  readonly #couple = inject(CurrentCouple);
  readonly #act = new IntendedAct();
  #coupleId = '';
  readonly review = signal<DocumentReviewView | null>(null);
  readonly version = signal<DocumentVersionView | null>(null);
  readonly earlier = signal<DocumentVersionView | null>(null);
  readonly reading = signal<DocumentReadingView | null>(null);
  readonly custody = signal<DocumentCustodyView | null>(null);
  /** Null until the reader opens it: every opening is on record for the author. */
  readonly inventory = signal<InventoryView | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly loaded = signal(false);
  readonly busy = signal(false);

  async open(coupleId: string): Promise<void> {
    this.#coupleId = coupleId;
    this.inventory.set(null);
    this.loaded.set(false);
    await this.#guard(() => this.#load());
    this.loaded.set(true);
  }

  comment(request: WriteDocumentCommentRequest): Promise<boolean> {
    return this.#send('post', ['comments'], request);
  }

  /** Keeps the place of the comment and replaces its words. */
  reword({ id, start, length, version }: DocumentCommentView, text: string): Promise<boolean> {
    return this.#send('put', ['comments', id], { start, length, text }, version);
  }

  takeBack({ id, version }: DocumentCommentView): Promise<boolean> {
    return this.#send('post', ['comments', id, 'removal'], {}, version);
  }

  decide(request: DecideDocumentSectionRequest): Promise<boolean> {
    return this.#send('post', ['decisions'], request, this.review()?.processVersion);
  }

  answerLegal(request: AnswerLegalQuestionRequest): Promise<boolean> {
    return this.#send('put', ['legal'], request, this.review()?.version);
  }

  raiseGaps(questionIds: readonly string[]): Promise<boolean> {
    return this.#send('post', ['gaps'], { questionIds }, this.reading()?.processVersion);
  }

  askLater(): Promise<boolean> {
    return this.#send('post', ['later-readings'], {});
  }

  agreeLater(readingId: string): Promise<boolean> {
    return this.#send('post', ['later-readings', readingId, 'agreement'], {});
  }

  lookUpHold(hold: boolean): Promise<boolean> {
    return this.#send('put', ['custody', 'hold'], { hold }, this.custody()?.version);
  }

  sign(): Promise<boolean> {
    return this.#send('post', ['custody', 'signature'], {});
  }

  async openInventory(): Promise<boolean> {
    return this.#guard(async () => {
      this.inventory.set(await this.#find<InventoryView>('inventory'));
    });
  }

  async #load(): Promise<void> {
    // What is of the other side is not even asked for: a refused try would stand on record.
    const sides = this.#couple.view()?.mySides ?? [];
    const review = sides.includes('RP') ? await this.#find<DocumentReviewView>() : null;
    this.review.set(review);
    const numbers = review?.versions.map(({ number }) => number) ?? [];
    this.version.set(await this.#version(numbers.at(-1)));
    this.earlier.set(await this.#version(numbers.at(-2)));
    this.reading.set(sides.includes('BP') ? await this.#find<DocumentReadingView>('reading') : null);
    const known = (review?.begun ?? false) || this.reading() !== null || sides.includes('BP');
    this.custody.set(known ? await this.#find<DocumentCustodyView>('custody') : null);
  }

  async #version(number: number | undefined): Promise<DocumentVersionView | null> {
    return number === undefined ? null : this.#find<DocumentVersionView>('versions', String(number));
  }

  /** Null for what is not open to the reader: it looks like what does not exist. */
  async #find<T>(...rest: readonly string[]): Promise<T | null> {
    try {
      return await firstValueFrom(this.#http.get<T>(apiUrl(base, this.#coupleId, ...rest)));
    } catch (failure) {
      if (toProblem(failure).code === 'not_found') return null;
      throw failure;
    }
  }

  async #send(
    method: 'post' | 'put',
    rest: readonly string[],
    body: object,
    version?: number,
  ): Promise<boolean> {
    const url = apiUrl(base, this.#coupleId, ...rest);
    return this.#guard(async () => {
      const headers = {
        ...this.#act.headers([url, body, version]),
        ...(version === undefined ? {} : ifVersion(version)),
      };
      try {
        await firstValueFrom(this.#http.request(method, url, { body, headers }));
        this.#act.settle(null);
      } catch (failure) {
        const problem = toProblem(failure);
        this.#act.settle(problem);
        // What stands there now is shown beside what was typed.
        if (problem.code === 'version_stale') await this.#load().catch(() => undefined);
        throw failure;
      }
      await this.#load();
    });
  }

  async #guard(work: () => Promise<void>): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
