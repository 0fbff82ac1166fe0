import { Component, DestroyRef, DOCUMENT, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field, Note } from '@trellis/ui';
import { LockedNotes } from '../core/device/locked-notes';
import { Session } from '../core/session/session';

/** Without a connection nobody can sign in: says so, and takes words that only their author will read, later. */
@Component({
  selector: 'tr-offline-door',
  imports: [Button, Field, Note, TranslocoPipe],
  template: `
    @if (away()) {
      <tr-note role="status">{{ 'signIn.offline.sentence' | transloco }}</tr-note>
      <button trButton type="button" [busy]="asking()" (click)="ask()">
        {{ 'signIn.offline.again' | transloco }}
      </button>
      @if (mayWrite()) {
        <section class="stack-s">
          <h2>{{ 'signIn.offline.heading' | transloco }}</h2>
          <p class="small">{{ 'signIn.offline.how' | transloco }}</p>
          <tr-field [label]="'signIn.offline.label' | transloco" #f>
            <textarea
              #words
              class="words"
              [id]="f.id"
              rows="6"
              maxlength="100000"
              spellcheck="false"
            ></textarea>
          </tr-field>
          <button trButton type="button" (click)="put(words)">{{ 'signIn.offline.put' | transloco }}</button>
          <p role="status">
            @if (kept(); as said) {
              {{ 'signIn.offline.' + said | transloco }}
            }
          </p>
        </section>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    :host(:empty) {
      display: none;
    }
  `,
})
export class OfflineDoor {
  /** The clinic answers again and still knows who this is. */
  readonly entered = output();
  readonly #session = inject(Session);
  readonly #notes = inject(LockedNotes);
  protected readonly away = signal(false);
  protected readonly asking = signal(false);
  protected readonly mayWrite = signal(false);
  protected readonly kept = signal<'kept' | 'notKept' | null>(null);

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const back = (): void => void this.ask();
    const gone = (): void => {
      this.#show(true);
    };
    view?.addEventListener('online', back);
    view?.addEventListener('offline', gone);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('online', back);
      view?.removeEventListener('offline', gone);
    });
    this.#show(view?.navigator.onLine === false || this.#session.unreachable());
  }

  protected async ask(): Promise<void> {
    if (this.asking()) return;
    this.asking.set(true);
    const known = await this.#session.load();
    this.asking.set(false);
    this.#show(this.#session.unreachable());
    if (known) this.entered.emit();
  }

  protected async put(box: HTMLTextAreaElement): Promise<void> {
    const text = box.value.trim();
    if (text === '') return;
    const kept = await this.#notes.write(text);
    if (kept) box.value = '';
    this.kept.set(kept ? 'kept' : 'notKept');
  }

  #show(away: boolean): void {
    this.away.set(away);
    if (away) void this.#notes.mayWrite().then((may) => this.mayWrite.set(may));
  }
}
